import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

/**
 * A shell that outlives us. It reads the process ids of a desktop from its input, one a line, and when that input ends
 * it ends them, newest first, then everything else that carries the desktop's mark in its environment, and deletes
 * the folder. The input ends when we close it, and also when we are killed: the system closes it then.
 *
 * A process is who it was while its id and its time of start are the same: the id alone may have been given to somebody
 * else. A zombie counts as gone. The mark finds what the desktop's programs started and left behind themselves; it
 * cannot replace the list, because Chromium overwrites its own environment.
 */
const script = `
trap '' INT TERM HUP
folder=$1 mark=$2 watched=
while read -r pid start; do watched="$pid:$start $watched"; done
there() {
  { read -r stat <"/proc/$1/stat"; } 2>/dev/null || return 1
  set -- "$2" \${stat##*) }
  [ "$2" != Z ] && [ "\${21}" = "$1" ]
}
gone() {
  tries=100
  while there "$1" "$2"; do
    [ "$tries" -gt 0 ] || return 1
    tries=$((tries - 1))
    sleep 0.02
  done
}
for each in $watched; do
  pid=\${each%:*} start=\${each#*:}
  there "$pid" "$start" || continue
  kill -TERM "-$pid" 2>/dev/null
  gone "$pid" "$start" || kill -KILL "-$pid" 2>/dev/null
done
for round in 1 2 3 4 5 6 7 8 9 10; do
  rest=$(grep -lzxF "$mark" /proc/[0-9]*/environ 2>/dev/null | cut -d/ -f3)
  [ -n "$rest" ] || break
  kill -KILL $rest 2>/dev/null
  sleep 0.05
done
rm -rf "$folder"
[ -z "$rest" ] && [ ! -e "$folder" ]
`;

/** The variable by which a desktop's processes are known, also the ones that others of them started. */
const MARK = 'INTERLOCK_PRIVATE_DESKTOP';

export interface Guardian {
  /** For the environment of every process of the desktop. */
  readonly mark: Readonly<Record<string, string>>;
  /** The leader of a process group of its own that carries the mark. */
  watch(pid: number): void;
  /** Ends them all and deletes the folder. False where something is left. */
  finish(): Promise<boolean>;
}

/** Starts one for a folder. It ends itself, and is in a process group of its own: no Ctrl+C reaches it. */
export function startGuardian(folder: string): Guardian {
  const watched: string[] = [];
  const guardian = runScript(folder);
  let finished: Promise<boolean> | null = null;
  return {
    mark: { [MARK]: folder },
    watch: (pid) => {
      const line = `${pid} ${startOf(pid)}\n`;
      watched.push(line);
      guardian.stdin?.write(line);
    },
    finish: () => {
      finished ??= finishWith(guardian, folder, watched);
      return finished;
    },
  };
}

/** Where the guardian itself was killed, another one does its work. */
async function finishWith(
  guardian: ChildProcess,
  folder: string,
  watched: readonly string[],
): Promise<boolean> {
  if ((await codeAtEndOf(guardian)) === 0) return true;
  const second = runScript(folder);
  for (const line of watched) second.stdin?.write(line);
  return (await codeAtEndOf(second)) === 0;
}

function runScript(folder: string): ChildProcess {
  const child = spawn('/bin/sh', ['-c', script, 'interlock-guardian', folder, `${MARK}=${folder}`], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
  });
  // A guardian that was killed is noticed by its exit code, not by a broken pipe.
  child.stdin?.on('error', () => {});
  child.on('error', () => {});
  return child;
}

async function codeAtEndOf(child: ChildProcess): Promise<number | null> {
  if (child.pid === undefined) return null;
  child.stdin?.end();
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

/** Field 22 of /proc/<pid>/stat: clock ticks since boot. It is there until the process has been waited for. */
function startOf(pid: number): string {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}
