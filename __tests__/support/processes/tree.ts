import { readdirSync, readFileSync } from 'node:fs';

/** The provider processes that a terraform process started and that still run. */
export function providersOf(terraform: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === terraform && commandOf(pid).includes('terraform-provider-'));
}

function parentOf(pid: number): number | undefined {
  const status = read(`/proc/${pid}/status`);
  return Number(/^PPid:\s+(\d+)$/m.exec(status)?.[1]);
}

const commandOf = (pid: number): string => read(`/proc/${pid}/cmdline`);

/** Nothing for a process that has just ended. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
