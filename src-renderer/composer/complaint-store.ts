import { create } from 'zustand';

/** Why the draft could not run, until the field changes. */
export interface Complaint {
  readonly field: 'task' | 'target' | 'model' | 'limits' | 'agents';
  readonly sentence: string;
}

export const useComplaint = create<{ readonly complaint: Complaint | null }>()(() => ({ complaint: null }));

export function showComplaint(complaint: Complaint | null): void {
  useComplaint.setState({ complaint });
}
