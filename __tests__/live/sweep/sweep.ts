import type { Clock } from '../../../connect/clock';
import type { Own } from '../instance/own';
import { findLeft, type Left, type Place } from './find';
import { remove } from './remove';

export interface Sweeping {
  readonly place: Place;
  readonly own: Own;
  readonly clock: Clock;
  /** How long nothing must show before all counts as gone: lists lag behind. */
  readonly settleMs: number;
  /** How long to try what cannot be removed yet. */
  readonly patienceMs: number;
  readonly signal?: AbortSignal;
  readonly tell: (line: string) => void;
}

export interface Swept {
  readonly removed: number;
  /** What is still there, and why. */
  readonly left: readonly (Left & { readonly why: string })[];
}

const AGAIN_MS = 5_000;

/** Removes what is ours by name and tag, and looks again until nothing has shown for a while. What has the name only is told, and left. */
export async function sweep({ place, own, clock, settleMs, patienceMs, signal, tell }: Sweeping): Promise<Swept> {
  const removed = new Set<string>();
  const begun = clock.now();
  let quietSince = begun;
  for (;;) {
    const found = await findLeft(place);
    const problems = await remove(place, own, found);
    for (const thing of found.filter((one) => one.isOurs && !problems.has(one))) {
      if (!removed.has(thing.id)) tell(`removed: ${thing.kind} ${thing.name}`);
      removed.add(thing.id);
    }
    const foreign = found
      .filter(({ isOurs }) => !isOurs)
      .map((thing) => ({ ...thing, why: 'has the prefix and not the tag of this suite: remove it by hand if it is yours' }));
    const now = clock.now();
    const still = found.filter(({ isOurs }) => isOurs);
    if (still.length > 0) quietSince = now;
    else if (now - quietSince >= settleMs) return { removed: removed.size, left: foreign };
    if (now - begun >= patienceMs + settleMs)
      return {
        removed: removed.size,
        left: [...foreign, ...still.map((thing) => ({ ...thing, why: problems.get(thing) ?? 'was removed, and still shows' }))],
      };
    await clock.sleep(AGAIN_MS, signal);
  }
}
