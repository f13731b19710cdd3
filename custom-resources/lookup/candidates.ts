import { edits } from './suggestion';

/** As many help; more hide the right one. */
const MOST = 10;

export interface Candidate {
  /** What people call it. */
  readonly label: string | undefined;
  readonly id: string;
}

/** What there is instead: `"Sales" (ID), "Support" (ID) and 3 more`; those first whose labels are near to what was asked for. */
export function offered(all: readonly Candidate[], asked = ''): string {
  const nearest = all
    .map((one) => ({ one, distance: distanceOf(plain(asked), plain(one.label ?? '')) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST)
    .map(({ one: { label, id } }) => (label === undefined ? id : `${label} (${id})`));
  const more = all.length - nearest.length;
  return `${nearest.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

const plain = (label: string): string => label.toLowerCase().replaceAll('"', '');

/** Below 1 where one is part of the other; else how many characters differ. */
function distanceOf(a: string, b: string): number {
  return a.includes(b) || b.includes(a) ? Math.abs(a.length - b.length) / (1 + a.length + b.length) : edits(a, b);
}
