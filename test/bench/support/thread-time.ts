/** Processor time of threads of the browser that this process runs, where the system tells it (Linux). */
import { readdirSync, readFileSync } from 'node:fs';

const TICKS = 100;

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // ended meanwhile
  }
};

/** The fields of a `stat` file behind the name, which may hold anything: state, parent, … */
const statOf = (path: string): string[] =>
  read(path)
    .replace(/^.*\)\s/s, '')
    .split(' ');

const numbers = (folder: string): string[] => {
  try {
    return readdirSync(folder).filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
};

/** Processes this one started, and theirs. */
function ours(): Set<string> {
  const parents = new Map(numbers('/proc').map((pid) => [pid, statOf(`/proc/${pid}/stat`)[1] ?? '0']));
  const found = new Set([String(process.pid)]);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const [pid, parent] of parents) if (found.has(parent)) found.add(pid);
  }
  return found;
}

/** Processor time of all threads called so since they began, in ms. */
export function threadTime(name: string): number {
  let ticks = 0;
  for (const pid of ours())
    for (const thread of numbers(`/proc/${pid}/task`)) {
      if (read(`/proc/${pid}/task/${thread}/comm`).trim() !== name.slice(0, 15)) continue;
      const stat = statOf(`/proc/${pid}/task/${thread}/stat`);
      ticks += Number(stat[11] ?? 0) + Number(stat[12] ?? 0);
    }
  return (ticks * 1_000) / TICKS;
}
