import { inOrder } from '../../../custom-resources/values/order';
import type { Change } from './change';
import { type Drift, type Person, rank, type Reason } from './person';
import type { Review } from './review';
import type { QuickConnect } from './side-effects';

/**
 * A review without personal data. People are called by the ids of their accounts, which say nothing to who cannot look into the instance,
 * and numbered where they have none yet. What may hold a name is left out with it: values that say who somebody is, quick connects,
 * addresses of resources, texts of messages.
 */
export function hidden(review: Review): Review {
  let made = 0;
  return {
    ...review,
    people: review.people
      .map((person) => anonymous(person, () => `new user ${(made += 1)}`))
      .sort((a, b) => rank(a) - rank(b) || inOrder(a.userId ?? '', b.userId ?? '')),
    others: review.others.map((other) => ({ ...other, address: other.type, name: undefined, changes: other.changes.map(withoutValues) })),
    outputs: review.outputs.map(() => HIDDEN),
    diagnostics: review.diagnostics.map(({ severity }) => ({ severity, summary: HIDDEN, detail: '', address: undefined })),
  };
}

const HIDDEN = '(hidden)';

const anonymous = (person: Person, newName: () => string): Person => ({
  ...person,
  login: person.userId === undefined ? newName() : `user ${person.userId}`,
  fullName: undefined,
  changes: person.changes.map(withoutValues),
  drift: person.drift.map((drift): Drift => ({ ...withoutValues(drift), plan: drift.plan })),
  reason: person.reason && withoutNames(person.reason),
  takesAlong: {
    ...person.takesAlong,
    quickConnects: person.takesAlong.quickConnects.map(withoutName),
    handedOn: { ...person.takesAlong.handedOn, quickConnects: person.takesAlong.handedOn.quickConnects.map(withoutName) },
  },
  movedFrom: person.movedFrom?.replace(/^((?:module\.[^.]+\.)*[a-z0-9_]+)\..*$/s, `$1.${HIDDEN}`),
});

const withoutName = ({ id, queues }: QuickConnect): QuickConnect => ({ id, name: id, queues });

const withoutNames = (reason: Reason): Reason =>
  reason.kind === 'changes' ? { kind: 'changes', changes: reason.changes.map(withoutValues) } : reason;

/** Which attribute changes is told all the same. */
const withoutValues = (change: Change): Change =>
  change.personal
    ? {
        ...change,
        ...(change.of !== undefined && { of: HIDDEN }),
        ...(change.from !== undefined && { from: HIDDEN }),
        ...(change.to !== undefined && { to: `${HIDDEN}${change.from === undefined ? '' : ', another value'}` }),
      }
    : change;
