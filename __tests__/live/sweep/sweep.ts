import type { Clock } from '../../../connect/clock';
import { findLeft, type Found, type Kind, type Left, type Place } from './find';
import { remove } from './remove';

export interface Sweeping {
  readonly place: Place;
  readonly clock: Clock;
  /** How long nothing must show before all counts as gone: lists lag behind. */
  readonly settleMs: number;
  /** How long to try what cannot be removed yet. */
  readonly patienceMs: number;
  readonly signal?: AbortSignal;
  readonly tell: (line: string) => void;
}

/** Something that is still there, or may be, and why. */
export interface Leftover {
  readonly kind: Kind;
  /** Absent where nobody could look. */
  readonly name?: string;
  readonly why: string;
}

export interface Swept {
  readonly removed: number;
  readonly left: readonly Leftover[];
}

const AGAIN_MS = 5_000;

/** Removes what is ours by name and tag, and looks again until nothing has shown for a while. What has the name only is told, and left. */
export async function sweep({ place, clock, settleMs, patienceMs, signal, tell }: Sweeping): Promise<Swept> {
  const removed = new Set<string>();
  const begun = clock.now();
  let quietSince = begun;
  for (;;) {
    const { things, unread } = await findLeft(place);
    const problems = await remove(place, things);
    const ours = things.filter(({ isOurs }) => isOurs);
    for (const { id, kind, name } of ours.filter((thing) => !problems.has(thing))) {
      if (!removed.has(id)) tell(`removed: ${kind} ${name}`);
      removed.add(id);
    }
    const now = clock.now();
    if (ours.length > 0) quietSince = now;
    if ((ours.length === 0 && now - quietSince >= settleMs) || now - begun >= patienceMs + settleMs)
      return { removed: removed.size, left: leftovers(things, unread, problems) };
    await clock.sleep(AGAIN_MS, signal);
  }
}

const leftovers = (things: readonly Left[], unread: Found['unread'], problems: ReadonlyMap<Left, string>): readonly Leftover[] => [
  ...things.map((thing) => ({
    kind: thing.kind,
    name: thing.name,
    why: thing.isOurs
      ? (problems.get(thing) ?? 'was removed, and still shows')
      : 'has the prefix and not the tag of this suite: remove it by hand if it is yours',
  })),
  ...[...unread].map(([kind, code]) => ({ kind, why: `could not be looked for: ${code}` })),
];
