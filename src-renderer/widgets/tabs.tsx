import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

export interface TabItem<T extends string> {
  readonly value: T;
  readonly label: string;
  /** A count or a mark, after the label. */
  readonly mark?: ReactNode;
  readonly content: ReactNode;
}

export interface TabsProps<T extends string> {
  /** What the tabs are about, for those who cannot see it. */
  readonly label: string;
  readonly items: ReadonlyArray<TabItem<T>>;
  readonly value: T;
  readonly onChange: (value: T) => void;
  /** Stands at the right end of the row of tabs. */
  readonly aside?: ReactNode;
}

/** Fills its container; only the open tab is mounted, and scrolls where it is taller. Arrows move, as in the tabs pattern. */
export function Tabs<T extends string>({ label, items, value, onChange, aside }: TabsProps<T>) {
  const choose = (chosen: string) => {
    const item = items.find((each) => each.value === chosen);
    if (item !== undefined) onChange(item.value);
  };
  return (
    <Radix.Root value={value} onValueChange={choose} className="flex h-full min-h-0 min-w-0 flex-col">
      <div className="flex h-8 shrink-0 items-stretch border-b">
        <Radix.List aria-label={label} className="flex min-w-0 overflow-x-auto px-1 [scrollbar-width:none]">
          {items.map((item) => (
            <Radix.Trigger
              key={item.value}
              value={item.value}
              className="relative flex shrink-0 items-center gap-1.5 px-2.5 text-muted hover:text-text data-[state=active]:text-text data-[state=active]:after:absolute data-[state=active]:after:inset-x-2 data-[state=active]:after:bottom-0 data-[state=active]:after:h-[2px] data-[state=active]:after:bg-text"
            >
              {item.label}
              {item.mark}
            </Radix.Trigger>
          ))}
        </Radix.List>
        {aside !== undefined && <div className="ml-auto flex shrink-0 items-center gap-1 px-2">{aside}</div>}
      </div>
      {items.map((item) => (
        <Radix.Content
          key={item.value}
          value={item.value}
          className="min-h-0 flex-1 overflow-y-auto focus-visible:outline-offset-[-2px]"
        >
          {item.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
