import { type MenuItemConstructorOptions as Item, Menu } from 'electron';
import type { MenuCommand } from '../contract/ipc';

export interface MenuOptions {
  readonly platform: NodeJS.Platform;
  /** Whether this is a development build. */
  readonly development: boolean;
  readonly command: (command: MenuCommand) => void;
}

/** The menu bar. What it asks for is done by the window; the keys shown here are the window's own. */
export function setMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options)));
}

export function menuTemplate({ platform, development, command }: MenuOptions): Item[] {
  const isMac = platform === 'darwin';
  const does = (id: MenuCommand, label: string, accelerator?: string): Item => ({
    id,
    label,
    // The window answers the key itself, where it knows whether someone is typing.
    ...(accelerator !== undefined && { accelerator, registerAccelerator: false }),
    click: () => command(id),
  });
  const line: Item = { type: 'separator' };
  const settings = does('settings', 'Settings...', 'CmdOrCtrl+,');

  return [
    ...(isMac ? [appMenu(settings)] : []),
    {
      label: '&File',
      submenu: [
        does('new-run', 'New task', 'CmdOrCtrl+N'),
        does('open-trace', 'Open recording...', 'CmdOrCtrl+O'),
        does('reveal', 'Show recording in folder'),
        ...(isMac ? [line, { role: 'close' } as const] : [line, settings, line, { role: 'quit' } as const]),
      ],
    },
    { role: 'editMenu', label: '&Edit' },
    {
      label: '&View',
      submenu: [
        does('find', 'Search the runs', '/'),
        does('commands', 'List all commands', 'CmdOrCtrl+K'),
        line,
        does('zoom-in', 'Zoom in on the timeline'),
        does('zoom-out', 'Zoom out of the timeline'),
        does('fit', 'Fit the timeline'),
        line,
        does('text-larger', 'Larger text', 'CmdOrCtrl+='),
        does('text-smaller', 'Smaller text', 'CmdOrCtrl+-'),
        does('text-normal', 'Normal text', 'CmdOrCtrl+0'),
        {
          label: 'Theme',
          submenu: [
            does('theme-system', 'As the system'),
            does('theme-light', 'Light'),
            does('theme-dark', 'Dark'),
          ],
        },
        line,
        { role: 'togglefullscreen' },
        ...(development ? [{ role: 'reload' } as const, { role: 'toggleDevTools' } as const] : []),
      ],
    },
    {
      label: '&Run',
      submenu: [
        does('run', 'Run the task', 'CmdOrCtrl+Enter'),
        does('stop', 'Stop the run'),
        line,
        {
          label: 'Mode',
          submenu: [
            does('mode-sequential', 'Sequential'),
            does('mode-batch', 'Batch'),
            does('mode-mixed', 'Mixed'),
            does('mode-planned', 'Planned'),
          ],
        },
        line,
        does('practice', 'Show the practice window'),
      ],
    },
    {
      label: '&Step',
      submenu: [
        does('step-first', 'First step'),
        does('step-previous', 'Step back'),
        does('step-next', 'Step forward'),
        does('step-last', 'Last step'),
        line,
        does('play', 'Play or pause'),
      ],
    },
    { role: 'windowMenu', label: '&Window' },
    {
      role: 'help',
      label: '&Help',
      submenu: [
        does('shortcuts', 'Keys', '?'),
        ...(isMac ? [] : [line, { role: 'about', label: 'About Interlock' } as const]),
      ],
    },
  ];
}

function appMenu(settings: Item): Item {
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      { type: 'separator' },
      settings,
      { type: 'separator' },
      { role: 'services' },
      { type: 'separator' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      { role: 'quit' },
    ],
  };
}
