import { startDesktop } from './desktop';

// What a process does that is killed while it owns a desktop: it starts one with a program on it, and tells so.
const desktop = await startDesktop();
if (!desktop.ok) throw new Error(desktop.failure.sentence);
const program = await desktop.value.spawn('zenity', ['--entry']);
if (!program.ok) throw new Error(program.failure.sentence);
process.send?.({ folder: desktop.value.folder, pid: program.value.pid });
