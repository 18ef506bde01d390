import type { ElementScript, Script } from '../../../native/macos/simulator/script.fixture';

export const pid = 4242;
export const programName = 'Conformance';
const otherPid = 4343;

type Frame = readonly [number, number, number, number];

const place = (column: number, row: number): Frame => [20 + column * 200, 60 + row * 30, 180, 24];

/** What each element is called by, by its id in the script. */
export const nameById: Readonly<Record<string, string>> = {
  name: 'Name',
  pin: 'PIN',
  upper: 'Upper',
  locked: 'Locked',
  notify: 'Notify me',
  colour: 'Colour',
  volume: 'Volume',
  send: 'Send',
  disabled: 'Disabled',
  save: 'Save',
  replace: 'Replace',
  rename: 'Rename',
  remove: 'Remove',
  dialog: 'Dialog',
  later: 'Later',
  ok: 'OK',
};

export const sheet = {
  do: 'open',
  parent: 'main',
  element: {
    id: 'sheet',
    role: 'AXSheet',
    frame: [400, 400, 200, 120],
    children: [
      { role: 'AXStaticText', value: 'Sure?', frame: [410, 410, 100, 20] },
      {
        id: 'ok',
        role: 'AXButton',
        title: 'OK',
        frame: [410, 450, 80, 24],
        actions: { AXPress: { do: 'remove', target: 'sheet' } },
      },
    ],
  },
} as const;

export const replacement = [
  { do: 'recreate', target: 'send' },
  { do: 'recreate', target: 'save' },
] as const;

const arrived = {
  do: 'open',
  parent: 'main',
  element: { role: 'AXStaticText', value: 'Arrived', frame: place(0, 11) },
} as const;

const colours: ElementScript = {
  role: 'AXMenu',
  refilled: true,
  children: ['Red', 'Green', 'Blue'].map((title) => ({
    id: `colour-${title}`,
    role: 'AXMenuItem',
    title,
    actions: { AXPress: { do: 'set', target: 'colour', value: title } },
  })),
};

const fields: readonly ElementScript[] = [
  {
    id: 'name',
    role: 'AXTextField',
    value: 'Ada',
    frame: place(1, 0),
    attributes: { AXTitleUIElement: { element: 'name-label' } },
  },
  {
    id: 'pin',
    role: 'AXTextField',
    subrole: 'AXSecureTextField',
    description: 'PIN',
    value: '4711',
    frame: place(0, 1),
  },
  {
    id: 'upper',
    role: 'AXTextField',
    placeholder: 'Upper',
    value: '',
    accepts: 'uppercase',
    frame: place(0, 2),
  },
  {
    id: 'locked',
    role: 'AXTextField',
    description: 'Locked',
    value: 'fixed',
    settable: [],
    frame: place(0, 3),
  },
  { id: 'notify', role: 'AXCheckBox', title: 'Notify me', value: 0, frame: place(0, 4) },
  {
    id: 'colour',
    role: 'AXPopUpButton',
    description: 'Colour',
    value: 'Red',
    frame: place(0, 5),
    children: [colours],
  },
  {
    id: 'volume',
    role: 'AXSlider',
    description: 'Volume',
    value: 30,
    attributes: { AXMinValue: 0, AXMaxValue: 100 },
    frame: place(0, 6),
  },
];

const presses: readonly ElementScript[] = [
  { id: 'send', title: 'Send', actions: { AXPress: { do: 'set', target: 'status', value: 'Sent 1' } } },
  { id: 'disabled', title: 'Disabled', enabled: false },
  { id: 'save', title: 'Save', identifier: 'save', actions: { AXPress: [] } },
  { id: 'replace', title: 'Replace', actions: { AXPress: replacement } },
  {
    id: 'rename',
    title: 'Rename',
    actions: { AXPress: { do: 'set', target: 'send', attribute: 'AXTitle', value: 'Submit' } },
  },
  { id: 'remove', title: 'Remove', actions: { AXPress: { do: 'remove', target: 'send' } } },
  { id: 'dialog', title: 'Dialog', actions: { AXPress: sheet } },
  { id: 'later', title: 'Later', actions: { AXPress: { do: 'after', milliseconds: 150, effects: arrived } } },
];

const buttons = presses.map(
  (button, row): ElementScript => ({ role: 'AXButton', frame: place(2, row), ...button }),
);

const rowHeight = 20;

/** A list in a scroll area, as web pages have them; each row is named by the text in it. */
const rows: ElementScript = {
  role: 'AXScrollArea',
  frame: [20, 420, 300, 200],
  children: [
    {
      id: 'rows',
      role: 'AXList',
      description: 'Rows',
      frame: [20, 420, 300, 120 * rowHeight],
      children: Array.from({ length: 120 }, (_, at): ElementScript => {
        const frame: Frame = [20, 420 + at * rowHeight, 300, rowHeight];
        return {
          role: 'AXGroup',
          frame,
          children: [{ role: 'AXStaticText', value: `Row ${at + 1}`, frame }],
        };
      }),
    },
  ],
};

/** The suite's program as a Mac would tell it, and another one behind it that can cover it. */
export const script: Script = {
  apps: [
    {
      pid,
      name: programName,
      frontmost: true,
      windows: [
        {
          id: 'main',
          title: 'Conformance',
          frame: [0, 0, 700, 700],
          children: [
            ...fields,
            ...buttons,
            rows,
            { id: 'status', role: 'AXStaticText', value: 'Ready', frame: place(0, 10) },
            { id: 'name-label', role: 'AXStaticText', value: 'Name', frame: place(0, 0) },
          ],
        },
      ],
    },
    {
      pid: otherPid,
      name: 'Cover',
      windows: [{ id: 'cover', title: 'Cover', behind: true, frame: [0, 0, 700, 700] }],
    },
  ],
  zOrder: ['main', 'cover'],
};
