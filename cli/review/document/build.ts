import type { Person } from '../model/person';
import { FATES } from '../model/person';
import type { Review } from '../model/review';
import type { Passed } from '../model/thresholds';
import { alarms } from './alarms';
import { changes } from './changes';
import { dangers } from './danger';
import type { ReviewDocument, Row, Section } from './document';
import { messages } from './messages';
import { many, names, type Rich, say } from './rich';
import { figures, timeOf, verdict } from './verdict';
import { ofChange, ofClash, ofDrift, ofLetGo, ofMadeWith, ofReason, ofTakenAlong, ofTeams } from './words';

/** A review in words. */
export function documentOf(review: Review, passed: readonly Passed[]): ReviewDocument {
  return {
    stacks: review.stacks.map(({ name }) => name),
    hash: review.hash,
    verdict: verdict(review),
    time: timeOf(review),
    alarms: alarms(review, passed),
    figures: figures(review),
    sections: [...messages(review, 'error'), ...dangers(review), ...changes(review), ...messages(review, 'warning'), ...cost(review)],
    people: review.people.map(rowOf),
  };
}

function cost(review: Review): readonly Section[] {
  const { operations, calls } = review.cost;
  const time = timeOf(review);
  if (time === undefined) return [];
  return [
    {
      id: 'calls',
      title: `${many(calls, 'call', 'calls')} of Amazon Connect, about ${time}`,
      danger: false,
      note: say`At ${review.rate} a second for each operation, with Terraform's ten resources at a time; without waits for mirroring, and without the calls of other providers.`,
      items: operations.map(([operation, count]) => ({ text: say`${[operation]}: ${count}` })),
    },
  ];
}

const rowOf = (person: Person): Row => ({
  login: person.login,
  fullName: person.fullName ?? '',
  stacks: person.stacks,
  fates: FATES.filter((fate) => person.fates.has(fate)),
  lines: linesOf(person),
});

function linesOf(person: Person): readonly Rich[] {
  const { fates, groups, reason, changes: changed, drift, takesAlong, movedFrom, clash } = person;
  const made = fates.has('joins') || fates.has('made again');
  const taken = fates.has('taken over');
  return [
    ...(clash ? [ofClash(clash)] : []),
    ...(reason ? [say`${[fates.has('kept') ? 'to be replaced, and stays' : 'replaced']}: ${ofReason(reason)}`] : []),
    ...ofTakenAlong(takesAlong),
    ...(made ? [say`made with ${ofMadeWith(person)}`] : []),
    ...(taken ? [say`exists already, and is exactly as declared: ${ofMadeWith(person)}`] : []),
    ...(!made && !taken && groups.joined.length + groups.left.length > 0
      ? [fates.has('leaves') ? say`ends the membership in ${names(groups.left)}` : say`team: ${ofTeams(groups)}`]
      : []),
    ...(reason?.kind === 'changes'
      ? changed.filter(({ attribute }) => !reason.changes.some((cause) => cause.attribute === attribute))
      : changed
    ).map(ofChange),
    ...(person.deletedOutside ? [['outside: the account was deleted']] : []),
    ...drift.map((change) => say`outside: ${ofDrift(change)}`),
    ...(fates.has('moved') && movedFrom !== undefined ? [say`address before: ${movedFrom}`] : []),
    ...(fates.has('imported') ? [['comes under Terraform']] : []),
    ...(fates.has('let go') ? [ofLetGo(person)] : []),
  ];
}
