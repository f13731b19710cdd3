import { readdirSync, readFileSync } from 'node:fs';

/** What a command and the providers that it started used. */
export interface Usage {
  /** Of all providers together; absent where the system has no /proc. */
  readonly providers?: { readonly cpuS: number; readonly peakMb: number; readonly starts: number };
  /** Of terraform itself. */
  readonly terraform?: { readonly cpuS: number; readonly peakMb: number };
}

export interface Used {
  readonly cpuS: number;
  readonly peakMb: number;
}

const EVERY_MS = 25;
/** Linux counts CPU time for programs in hundredths of a second. */
const TICKS_PER_SECOND = 100;

/**
 * Looks at a terraform process and its children until `stop`. CPU time and peak memory are the kernel's own
 * running totals, so that only what a process used after the last look is missed.
 */
export function watchUsage(terraform: number): { stop(): Usage } {
  const providers = new Map<number, Used>();
  let own: Used | undefined;
  const look = (): void => {
    own = sampleOf(terraform) ?? own;
    for (const pid of childrenOf(terraform)) {
      const sample = sampleOf(pid);
      if (sample) providers.set(pid, sample);
    }
  };
  const timer = setInterval(look, EVERY_MS);
  return {
    stop: () => {
      clearInterval(timer);
      if (!own) return {};
      const all = [...providers.values()];
      const cpuS = all.reduce((sum, sample) => sum + sample.cpuS, 0);
      const peakMb = Math.max(0, ...all.map((sample) => sample.peakMb));
      return { terraform: own, ...(all.length > 0 && { providers: { cpuS, peakMb, starts: all.length } }) };
    },
  };
}

/** The resident set of a process now, in MB. */
export function residentMb(pid: number): number | undefined {
  return megabytes(read(`/proc/${pid}/status`), 'VmRSS');
}

function sampleOf(pid: number): Used | undefined {
  const peakMb = megabytes(read(`/proc/${pid}/status`), 'VmHWM');
  const stat = read(`/proc/${pid}/stat`);
  // The name in brackets may hold anything; user and system time are the 12th and 13th field after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  return peakMb === undefined || Number.isNaN(ticks) ? undefined : { cpuS: ticks / TICKS_PER_SECOND, peakMb };
}

function megabytes(status: string, field: string): number | undefined {
  const kilobytes = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}

/** Each thread tells of the processes that it started itself. */
function childrenOf(pid: number): readonly number[] {
  return threadsOf(pid).flatMap((thread) => read(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number));
}

function threadsOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** Nothing for a process that has ended. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
