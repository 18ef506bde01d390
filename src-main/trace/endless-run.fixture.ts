import { writeSync } from 'node:fs';
import { RunId, snapshotId } from '../contract/ids';
import { systemClock } from '../system-clock';
import { createRecorder } from './recorder';
import { redactor } from './redact';
import { snapshotTaken, startOf, turnOf } from './run.fixture';

/**
 * A program of its own: records in the folder `argv[2]` until it is killed or the disk refuses, and tells on stdout what
 * was shown.
 */
const [, , folder = ''] = process.argv;

const recorder = createRecorder({
  folder,
  clock: systemClock,
  redact: redactor(() => []),
  heard: ({ seq }) => tell(`${seq}\n`),
  onBroken: () => tell('broken\n'),
  onIllegal: (why) => {
    throw new Error(why);
  },
});

recorder.emit(startOf(RunId.parse('endless')));
for (let turn = 1; turn < 10_000 && recorder.broken === null; turn += 1) {
  const node = { parent: -1, role: 'window', name: `turn ${turn}`, value: null };
  const blob = recorder.keepBlob(
    new TextEncoder().encode(JSON.stringify({ id: snapshotId(turn), nodes: [node] })),
  );
  const [first, ...rest] = turnOf(turn, ['I press ', 'x'.repeat(turn % 700), ' now']);
  if (first !== undefined) recorder.emit(first);
  recorder.emit(snapshotTaken(turn, blob));
  rest.forEach(recorder.emit);
  // The flush at a turn's end goes on beside the next events, as in the app.
  await new Promise(setImmediate);
}
await recorder.close();

/** A full pipe refuses for a moment. */
function tell(line: string): void {
  for (;;) {
    try {
      writeSync(1, line);
      return;
    } catch (thrown) {
      if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'EAGAIN')) throw thrown;
    }
  }
}
