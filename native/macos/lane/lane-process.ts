import { fork } from 'node:child_process';
import type { ToLane } from './messages';

/** The app's end of the line to a lane. */
export interface LaneProcess {
  send(message: ToLane): void;
  /** What comes is parsed by whoever listens. */
  onMessage(heard: (message: unknown) => void): void;
  /** Called once; also where it never started. */
  onExit(ended: () => void): void;
  /** Ends it whatever it is doing. */
  kill(): void;
}

export type SpawnLane = () => LaneProcess;

/** @param entry the bundled `lane/main` */
export function forkLanes(entry: string, environment: NodeJS.ProcessEnv = process.env): SpawnLane {
  return () => {
    const child = fork(entry, [], { env: environment, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    return {
      send: (message) => {
        if (child.connected) child.send(message);
      },
      onMessage: (heard) => {
        child.on('message', heard);
      },
      onExit: (ended) => {
        let told = false;
        const once = () => {
          if (!told) ended();
          told = true;
        };
        child.on('exit', once);
        child.on('error', once);
      },
      kill: () => {
        child.kill('SIGKILL');
      },
    };
  };
}
