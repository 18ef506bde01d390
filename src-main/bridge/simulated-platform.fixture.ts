import { failed, ok, type Result } from '../contract/failure';
import type { ProgramId } from '../contract/target';
import type { Adapter } from './adapter';
import type { PersonSeen, Platform, RunningProgram } from './platform';
import { SimulatedDesktop } from './simulated-desktop.fixture';

/** A program of the simulation: what its adapter shows is its `desktop`, which the test drives. */
export interface SimulatedProgram {
  readonly id: ProgramId;
  readonly desktop: SimulatedDesktop;
  /** Open adapters. */
  adapters: number;
}

/** A machine in memory whose programs the test starts, stacks and ends. The topmost has the active window. */
export class SimulatedPlatform {
  readonly running: SimulatedProgram[] = [];
  readonly installed = new Set<string>();
  /** What was asked of it that leaves a trace: `open Mousepad`, `adapter Mousepad`. */
  readonly log: string[] = [];
  private pids = 100;
  private seen = new Set<(what: PersonSeen) => void>();

  readonly platform: Platform = {
    name: 'linux',
    programs: async () => ok(this.running.map((program) => this.told(program))),
    open: async (name) => {
      this.log.push(`open ${name}`);
      const there = this.find(name);
      if (there !== undefined) {
        this.toFront(there);
        return ok(this.told(there));
      }
      if (!this.installed.has(name)) {
        return failed('not_found', `No program is called ${name}.`, 'Choose another.');
      }
      return ok(this.told(this.start(name)));
    },
    adapterFor: async (program) => this.adapterFor(program),
    permissions: async () => ({ platform: 'linux', grantTo: 'sim', permissions: [] }),
    openPermissionSettings: async () => ok(null),
    watchPerson: (seen) => {
      this.seen.add(seen);
      return () => this.seen.delete(seen);
    },
    close: async () => {},
  };

  /** On top of all others. */
  start(name: string, desktop = new SimulatedDesktop()): SimulatedProgram {
    this.pids += 1;
    desktop.title = name;
    desktop.root.name = name;
    const program = { id: { pid: this.pids, name }, desktop, adapters: 0 };
    this.running.unshift(program);
    return program;
  }

  exit(program: SimulatedProgram): void {
    this.running.splice(this.running.indexOf(program), 1);
  }

  toFront(program: SimulatedProgram): void {
    this.exit(program);
    this.running.unshift(program);
  }

  personUses(sentence: string): void {
    for (const hear of this.seen) hear({ at: 0, sentence });
  }

  get isWatched(): boolean {
    return this.seen.size > 0;
  }

  private find(name: string): SimulatedProgram | undefined {
    return this.running.find(({ id }) => id.name.toLowerCase() === name.toLowerCase());
  }

  private adapterFor({ pid, name }: ProgramId): Result<Adapter> {
    this.log.push(`adapter ${name}`);
    const program = this.running.find(({ id }) => id.pid === pid);
    if (program === undefined) return failed('target_gone', `${name} has ended.`, 'Open it again.');
    program.adapters += 1;
    return ok({
      ...program.desktop.adapter,
      program: name,
      tree: (budget, signal) =>
        this.running.includes(program)
          ? program.desktop.adapter.tree(budget, signal)
          : Promise.resolve(failed('target_gone', `${name} has ended.`, 'Open it again.')),
      windows: async () =>
        ok([
          {
            title: program.desktop.title,
            bounds: { x: 0, y: 0, width: 10, height: 10 },
            active: this.running[0] === program,
            modal: false,
          },
        ]),
      close: async () => {
        program.adapters -= 1;
      },
    });
  }

  private told(program: SimulatedProgram): RunningProgram {
    const active = this.running[0] === program;
    return { id: program.id, windows: [{ title: program.desktop.title, active }], icon: null };
  }
}
