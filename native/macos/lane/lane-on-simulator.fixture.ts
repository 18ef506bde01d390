import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import type { RawNode } from '../accessibility/raw-node';
import { onePath } from '../framework-paths';
import type { Script } from '../simulator/script.fixture';
import type { Asked } from './asked';
import { forkLanes, type SpawnLane } from './lane-process';
import { createLanes, type Lanes } from './lanes';
import type { LaneRequest, Words } from './requests';
import type { Scenario } from './simulated-lane.fixture';

export const pid = 4242;
export const never = new AbortController().signal;
/** Longer than any of this takes, in milliseconds. */
const ample = 20_000;
const budget = { nodes: 500, depth: 30, children: 100, milliseconds: 5_000 };

const notes: Script = {
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
            { id: 'save', role: 'AXButton', title: 'Save', frame: [10, 10, 60, 20] },
            {
              id: 'name',
              role: 'AXTextField',
              title: 'Name',
              value: 'old',
              focused: true,
              frame: [10, 50, 60, 20],
            },
          ],
        },
      ],
    },
  ],
};

/** A lane as it ships, bundled, in a process of its own with a simulated screen. */
export class LaneOnSimulator {
  readonly #home: string;
  readonly #library: string;
  #lanes: Lanes | null = null;
  /** Who waits for a request to be sent. */
  #awaited: { readonly request: LaneRequest['kind']; readonly resolve: () => void } | null = null;

  private constructor(home: string, library: string) {
    this.#home = home;
    this.#library = library;
  }

  /** The bundle lies where koffi is found from it. */
  static async build(library: string): Promise<LaneOnSimulator> {
    const cache = join(import.meta.dirname, '../../../node_modules/.cache');
    mkdirSync(cache, { recursive: true });
    const home = mkdtempSync(join(cache, 'simulated-lane-'));
    await build({
      configFile: false,
      logLevel: 'silent',
      ssr: { noExternal: true, external: ['koffi'] },
      build: {
        ssr: join(import.meta.dirname, 'simulated-lane.fixture.ts'),
        target: 'node20.18',
        outDir: join(home, 'program'),
        rolldownOptions: { output: { entryFileNames: 'lane.mjs' } },
      },
    });
    return new LaneOnSimulator(home, library);
  }

  open(scenario: Partial<Scenario> = {}, library = this.#library): Lanes {
    this.close();
    const file = join(this.#home, 'scenario.json');
    writeFileSync(
      file,
      JSON.stringify({ library: this.#library, script: notes, faults: [], effects: [], ...scenario }),
    );
    const environment = { ...process.env, INTERLOCK_SIMULATED_SCENARIO: file };
    const spawn = this.#heeding(forkLanes(join(this.#home, 'program', 'lane.mjs'), environment));
    this.#lanes = createLanes({ spawn, paths: onePath(library), own: [process.pid], timeoutSeconds: 1 });
    return this.#lanes;
  }

  ask<R extends LaneRequest>(request: R, budgetMs = ample, signal = never): Promise<Asked<R>> {
    return (this.#lanes ?? this.open()).ask(pid, request, signal, budgetMs);
  }

  async snapshot(): Promise<readonly RawNode[]> {
    const asked = await this.ask({ kind: 'snapshot', root: null, budget });
    if (asked.kind !== 'answered' || !asked.reply.ok) throw new Error(JSON.stringify(asked));
    return asked.reply.value;
  }

  async node(title: string): Promise<RawNode> {
    const found = (await this.snapshot()).find(({ names }) => names.title === title);
    if (found === undefined) throw new Error(`no ${title}`);
    return found;
  }

  /** Resolves once such a request is sent to a lane. */
  whenSent(request: LaneRequest['kind']): Promise<void> {
    return new Promise((resolve) => {
      this.#awaited = { request, resolve };
    });
  }

  close(): void {
    this.#lanes?.close();
    this.#lanes = null;
  }

  remove(): void {
    this.close();
    rmSync(this.#home, { recursive: true, force: true });
  }

  #heeding(spawn: SpawnLane): SpawnLane {
    return () => {
      const lane = spawn();
      return {
        ...lane,
        send: (message) => {
          lane.send(message);
          if (message.kind === 'ask' && message.request.kind === this.#awaited?.request)
            this.#awaited.resolve();
        },
      };
    };
  }
}

export function wordsOf({ role, subrole, names }: RawNode): Words {
  return { role, subrole, title: names.title, description: names.description };
}

export function pressOf(node: RawNode) {
  return { kind: 'act', identity: node.identity, action: 'AXPress', expected: wordsOf(node) } as const;
}
