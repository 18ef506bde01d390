import type { Effect, ElementScript, FaultScript, Script } from '../../native/macos/simulator/script.fixture';

const place = (row: number): NonNullable<ElementScript['frame']> => [20, 60 + row * 30, 180, 24];
const says = (value: string): Effect => ({ do: 'set', target: 'status', value });

/** A program of a simulated Mac: what is pressed in it says so in its status. @param pid of a process that stands in for it */
export function notes(pid: number): Script {
  return {
    permissions: { screenCapture: false },
    apps: [
      {
        pid,
        name: 'Notes',
        frontmost: true,
        windows: [
          {
            id: 'main',
            title: 'All notes',
            frame: [0, 0, 400, 300],
            children: [
              {
                id: 'save',
                role: 'AXButton',
                title: 'Save',
                frame: place(0),
                actions: { AXPress: says('Saved') },
              },
              { id: 'stuck', role: 'AXButton', title: 'Stuck', frame: place(1), actions: { AXPress: [] } },
              { id: 'name', role: 'AXTextField', title: 'Name', value: 'old', frame: place(2) },
              { id: 'status', role: 'AXStaticText', value: 'Ready', frame: place(3) },
            ],
          },
        ],
      },
    ],
  };
}

/** A press on "Stuck" is never answered, and occupies the program from then on. */
export const hangsOnStuck: FaultScript = {
  element: 'stuck',
  name: 'AXPress',
  times: 'always',
  fault: { kind: 'hang' },
};
