import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Menu, type MenuEntry } from './menu';

export interface BarMenu {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
}

interface Opened {
  readonly index: number;
  readonly startAt: 'first' | 'last';
}

/** A menu bar as in the ARIA practices: one stop for Tab, arrows between its menus. */
export function MenuBar({ menus }: { readonly menus: readonly BarMenu[] }) {
  const bar = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const [opened, setOpened] = useState<Opened | null>(null);

  useEffect(() => {
    if (opened === null) return;
    const pressed = (event: PointerEvent) => {
      if (event.target instanceof Node && bar.current?.contains(event.target) === true) return;
      setOpened(null);
    };
    document.addEventListener('pointerdown', pressed);
    return () => document.removeEventListener('pointerdown', pressed);
  }, [opened]);

  const focusOn = (index: number) => {
    setCurrent(index);
    bar.current?.querySelectorAll<HTMLElement>('.sd-menu-button')[index]?.focus();
  };

  const step = (from: number, by: 1 | -1) => {
    const index = (from + by + menus.length) % menus.length;
    focusOn(index);
    if (opened !== null) setOpened({ index, startAt: 'first' });
  };

  const keyed = (event: KeyboardEvent, index: number) => {
    if (event.key === 'ArrowRight') step(index, 1);
    else if (event.key === 'ArrowLeft') step(index, -1);
    else if (event.key === 'Home') focusOn(0);
    else if (event.key === 'End') focusOn(menus.length - 1);
    else if (event.key === 'ArrowDown') setOpened({ index, startAt: 'first' });
    else if (event.key === 'ArrowUp') setOpened({ index, startAt: 'last' });
    else if (event.key === 'Escape' && opened !== null) setOpened(null);
    else return;
    event.preventDefault();
  };

  return (
    <div ref={bar} role="menubar" aria-label="Support desk" className="sd-menubar">
      {menus.map((menu, index) => (
        <div key={menu.label} className="sd-menu-anchor" role="none">
          <button
            type="button"
            role="menuitem"
            aria-haspopup="menu"
            aria-expanded={opened?.index === index}
            tabIndex={current === index ? 0 : -1}
            className="sd-menu-button"
            onFocus={() => setCurrent(index)}
            onKeyDown={(event) => keyed(event, index)}
            onClick={() => setOpened(opened?.index === index ? null : { index, startAt: 'first' })}
          >
            {menu.label}
          </button>
          {opened?.index === index && (
            <Menu
              label={menu.label}
              entries={menu.entries}
              startAt={opened.startAt}
              closed={(why) => {
                setOpened(null);
                if (why !== 'left') focusOn(index);
              }}
              sideways={(by) => step(index, by)}
            />
          )}
        </div>
      ))}
    </div>
  );
}
