import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSimulatedCf } from '../simulated-ax.fixture';
import { describeSimulated } from '../simulator/describe-simulated.fixture';
import { parseChord } from './chord';
import { clicking, pressing, type Stroke, scrolling, typing } from './events';
import { type Destination, post } from './post';

const pid = 4242;
const program: Destination = { kind: 'program', pid };
const session: Destination = { kind: 'session' };

await describeSimulated('events that are posted', (simulator) => {
  const { cf, demandNothingHeld } = openSimulatedCf(simulator.library);
  const postAll = (strokes: readonly Stroke[], to: Destination) =>
    strokes.map((stroke) => post(cf, stroke, to));
  const chord = (text: string) => {
    const parsed = parseChord(text);
    if (parsed === null) throw new Error(`${text} is no chord`);
    return [pressing(parsed)];
  };

  beforeEach(() =>
    simulator.load({
      apps: [
        {
          pid,
          name: 'Notes',
          frontmost: true,
          windows: [
            {
              id: 'main',
              frame: [0, 0, 400, 300],
              children: [
                { id: 'name', role: 'AXTextField', value: '', focused: true, frame: [10, 10, 100, 20] },
                { id: 'save', role: 'AXButton', title: 'Save', frame: [10, 50, 100, 20] },
              ],
            },
          ],
        },
      ],
    }),
  );
  afterEach(() => {
    demandNothingHeld();
    simulator.demandHonesty();
  });

  it.each([
    ['the program', program],
    ['the session', session],
  ])('type any text into the focus, by %s', (_what, to) => {
    const text = 'Grüße, 世界! 👩‍👩‍👧‍👦 and more than twenty units of it';
    postAll(typing(text), to);
    expect(simulator.look('name')?.attributes['AXValue']).toBe(text);
  });

  it('press chords, and leave nothing pressed', () => {
    postAll(typing('abc'), program);
    postAll(chord('Meta+a'), program);
    postAll(typing('x'), program);
    expect(simulator.look('name')?.attributes['AXValue']).toBe('x');
    expect(simulator.report().down).toEqual({ flags: 0, keys: [], buttons: [] });
  });

  it('click and scroll where they are told to', () => {
    postAll(clicking({ x: 50, y: 60 }, 'left', 1), session);
    expect(simulator.takeArrivals()).toContainEqual(
      expect.objectContaining({ kind: 'click', element: 'save', at: [50, 60] }),
    );
    postAll(scrolling({ x: 50, y: 60 }, 0, 120), session);
    expect(simulator.takeArrivals()).toContainEqual(expect.objectContaining({ kind: 'scroll' }));
  });

  it('are not posted without permission', () => {
    simulator.permissions({ postEvents: false });
    expect(new Set(postAll(typing('a'), program))).toEqual(new Set(['not_permitted']));
    expect(simulator.takeArrivals()).toEqual([]);
  });

  it('are not keys while a password is being typed somewhere', () => {
    simulator.secureInput(true);
    expect(new Set(postAll(typing('a'), program))).toEqual(new Set(['secure_input']));
    expect(postAll(clicking({ x: 50, y: 60 }, 'left', 1), session)).toEqual([null, null]);
    simulator.secureInput(false);
    expect(simulator.takeArrivals().filter(({ kind }) => kind === 'key')).toEqual([]);
  });

  it('go all or not at all: a key that leads into a password field is not left pressed', () => {
    const children = [
      { id: 'name', role: 'AXTextField', value: '', focused: true },
      { id: 'password', role: 'AXTextField', subrole: 'AXSecureTextField', value: '' },
    ];
    simulator.load({ apps: [{ pid, name: 'Notes', frontmost: true, windows: [{ children }] }] });
    expect(postAll(typing('a\tb'), program)).toEqual([null, null, 'secure_input']);
    expect(simulator.look('password')?.focused).toBe(true);
    expect(simulator.report().down).toEqual({ flags: 0, keys: [], buttons: [] });
  });
});
