import type { Clock } from '../../../connect/clock';
import type { Lag } from '../findings';

const LOOK_EVERY_MS = 1_000;

/** Looks again and again until `condition` holds, or patience ends; between which looks it came true is how far the service lags. */
export async function watch(
  { clock, patienceMs, signal }: { readonly clock: Clock; readonly patienceMs: number; readonly signal?: AbortSignal },
  what: string,
  condition: () => Promise<boolean>,
): Promise<Lag> {
  const begun = clock.now();
  const since = (): number => Math.round(clock.now() - begun);
  let notYet: number | undefined;
  for (;;) {
    const looked = since();
    if (await condition()) return { what, ...(notYet !== undefined && { notYet }), seen: since() };
    notYet = looked;
    if (since() >= patienceMs) return { what, notYet };
    await clock.sleep(LOOK_EVERY_MS, signal);
  }
}

export const cameTrue = ({ seen }: Lag): boolean => seen !== undefined;
