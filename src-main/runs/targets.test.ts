import { describe, expect, it } from 'vitest';
import { fullBudget } from '../bridge/adapter';
import { SimulatedDesktop } from '../bridge/simulated-desktop.fixture';
import { SimulatedPlatform } from '../bridge/simulated-platform.fixture';
import { failed, ok } from '../contract/failure';
import { createPrograms } from '../programs/programs';
import { readyOn } from './ready-target.fixture';
import { resolveTarget } from './resolve-target';
import { createTargets } from './targets';

const { signal } = new AbortController();

function onPlatform() {
  const sim = new SimulatedPlatform();
  const editor = sim.start('Editor');
  const practice = async () => ok(readyOn(new SimulatedDesktop().adapter));
  return {
    sim,
    editor,
    targets: createTargets({ practice, platform: sim.platform, privateDesktop: null, denialOf: () => null }),
    none: createTargets({ practice, platform: null, privateDesktop: null, denialOf: () => null }),
  };
}

describe('the targets of a machine', () => {
  it('are those that its platform can be worked on', () => {
    const { targets, none } = onPlatform();
    expect(targets.kinds).toEqual(['practice', 'program', 'desktop']);
    expect(none.kinds).toEqual(['practice']);
  });

  it('make a program ready, watched for the person', async () => {
    const { sim, editor, targets } = onPlatform();
    const ready = await targets.ready({ kind: 'program', program: editor.id }, []);
    if (!ready.ok) throw new Error(ready.failure.sentence);
    const { adapter, doors, watchPerson, record } = ready.value;
    expect([adapter.program, doors]).toEqual(['Editor', null]);
    const unwatch = watchPerson?.(() => {});
    expect(sim.isWatched).toBe(true);
    unwatch?.();
    expect(sim.isWatched).toBe(false);
    expect(await record()).toMatchObject({ failure: { code: 'unsupported' } });
    sim.exit(editor);
    expect(await targets.ready({ kind: 'program', program: editor.id }, [])).toMatchObject({
      failure: { code: 'target_gone' },
    });
  });

  it('make the whole desktop ready, with doors to its programs', async () => {
    const { targets } = onPlatform();
    const ready = await targets.ready({ kind: 'desktop' }, []);
    if (!ready.ok) throw new Error(ready.failure.sentence);
    expect((await ready.value.doors?.open('Editor', signal))?.ok).toBe(true);
    const tree = await ready.value.adapter.tree(fullBudget, signal);
    expect(tree.ok && tree.value.nodes.map(({ role }) => role)).toEqual(['desktop', 'application', 'window']);
  });

  it('that it has not are refused with a sentence', async () => {
    const { editor, targets, none } = onPlatform();
    expect((await none.ready({ kind: 'practice' }, [])).ok).toBe(true);
    for (const target of [{ kind: 'program', program: editor.id } as const, { kind: 'desktop' } as const]) {
      expect(await none.ready(target, [])).toMatchObject({
        failure: { code: 'unsupported', sentence: "This machine's desktop can't be worked on here." },
      });
    }
    expect(await targets.ready({ kind: 'private' }, [])).toMatchObject({
      failure: { sentence: 'A desktop of its own can be started for a run on Linux alone.' },
    });
  });
});

describe('the target that the command line named', () => {
  it('is the topmost program of that name, whatever the case', async () => {
    const { sim } = onPlatform();
    const second = sim.start('editor');
    const programs = createPrograms(sim.platform, () => 'allowed');
    expect(await resolveTarget({ kind: 'program_named', name: 'EDITOR' }, programs)).toEqual(
      ok({ kind: 'program', program: second.id }),
    );
    expect(await resolveTarget({ kind: 'desktop' }, programs)).toEqual(ok({ kind: 'desktop' }));
    expect(await resolveTarget({ kind: 'program_named', name: 'Chess' }, programs)).toEqual(
      failed(
        'not_found',
        'No program called "Chess" shows a window.',
        'Start it first, or choose one of: editor, Editor.',
      ),
    );
    const none = createPrograms(null, () => 'allowed');
    expect(await resolveTarget({ kind: 'program_named', name: 'Chess' }, none)).toMatchObject({
      failure: { next: 'Start it first.' },
    });
  });
});
