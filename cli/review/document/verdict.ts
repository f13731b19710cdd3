import type { Fate } from '../model/person';
import type { Review } from '../model/review';
import type { Figure } from './document';
import { many, thousands } from './rich';
import { FATE } from './words';

const DANGER: ReadonlySet<Fate> = new Set<Fate>(['leaves', 'replaced']);

/** How many people each thing happens to: one person can have several. */
export function figures({ people, others, outputs }: Review): readonly Figure[] {
  const other = others.length + outputs.length;
  return [
    ...(Object.keys(FATE) as Fate[]).flatMap((fate) => {
      const count = people.filter(({ fates }) => fates.has(fate)).length;
      const [one, more] = FATE[fate];
      return count > 0 ? [{ count, words: count === 1 ? one : more, danger: DANGER.has(fate), fate }] : [];
    }),
    ...(other > 0 ? [{ count: other, words: other === 1 ? 'other change' : 'other changes', danger: false }] : []),
  ];
}

/** "12 join, 3 leave; about 9 minutes at the quota". */
export function verdict(review: Review): string {
  const told = figures(review).map(({ count, words }) => `${thousands(count)} ${words}`);
  const what = told.length > 0 ? told.join(', ') : 'nothing changes';
  const time = timeOf(review);
  return time === undefined ? what : `${what}; about ${time} at the quota`;
}

export const timeOf = ({ cost }: Review): string | undefined => (cost.calls > 0 ? duration(cost.seconds) : undefined);

function duration(seconds: number): string {
  if (seconds < 60) return many(Math.max(1, Math.ceil(seconds)), 'second', 'seconds');
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return many(minutes, 'minute', 'minutes');
  return `${many(Math.floor(minutes / 60), 'hour', 'hours')} ${many(minutes % 60, 'minute', 'minutes')}`;
}
