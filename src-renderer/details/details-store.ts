import { create } from 'zustand';

export const detailTabs = ['call', 'tree-diff', 'screen', 'messages', 'hazards', 'raw'] as const;
export type DetailTab = (typeof detailTabs)[number];

/** Which tab is open; whoever wants a person to see one opens it here. */
export const useDetails = create<{ readonly tab: DetailTab }>()(() => ({ tab: 'call' }));

export function openTab(tab: DetailTab): void {
  useDetails.setState({ tab });
}
