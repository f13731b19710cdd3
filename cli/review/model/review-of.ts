import { inOrder } from '../../../custom-resources/values/order';
import type { Diagnostic, Events } from '../read/events';
import type { Plan } from '../read/plan';
import { costOf } from './calls';
import { holdersIn } from './clashes';
import { isChange, planHash } from './hash';
import { hidden } from './hide';
import { emptiedGroups, membersNow } from './memberships';
import { Names } from './names';
import { otherChanges } from './others';
import { peopleIn } from './people';
import { Resolver } from './resolve';
import type { Review, ReviewOptions } from './review';
import { sideEffects } from './side-effects';
import { whyUntold } from './untold';
import { takenOver } from './taken-over';
import { Users } from './users';

/** What plans change, and what the streams of events tell beside them. */
export function reviewOf(plans: readonly Plan[], events: readonly Events[], { rate, hidePeople }: ReviewOptions): Review {
  const { byUser, others } = sideEffects(events.flatMap(({ diagnostics }) => diagnostics));
  const [users, names] = [new Users(plans, takenOver(others, plans)), new Names(plans)];
  for (const { lost, handedOn } of byUser.values())
    for (const { groupId, group } of [...lost.memberships, ...handedOn.memberships]) names.add(groupId, group);
  const around = {
    users,
    names,
    effects: byUser,
    holders: holdersIn(plans, users),
    whyUntold: whyUntold(plans, events, new Set(byUser.keys())),
    declared: membersNow(plans),
  };
  const { people, memberships, told } = peopleIn(plans, around);
  const goingAlong = new Set(people.flatMap(({ takesAlong }) => takesAlong.quickConnects.map(({ id }) => id)));
  const changed = plans.flatMap(({ changes }) => changes.filter(isChange));
  const review: Review = {
    stacks: plans
      .map(({ stack, errored, complete, deferred }) => ({ name: stack, errored, complete, deferred: deferred.length }))
      .sort((a, b) => inOrder(a.name, b.name)),
    hash: planHash(plans),
    people,
    emptied: emptiedGroups(memberships, around),
    others: otherChanges(plans, told, goingAlong, (plan) => new Resolver(plan, users, names).labelAt),
    outputs: [...new Set(plans.flatMap(({ outputs }) => outputs))].sort(),
    diagnostics: withoutSecrets(others, plans),
    strangeEvents: plans.some(({ errored }) => errored) ? [] : strangers(events, new Set(changed.map(({ address }) => address))),
    changes: changed.length,
    cost: costOf(plans, memberships, people, rate),
    rate,
    peopleHidden: hidePeople,
  };
  return hidePeople ? hidden(review) : review;
}

const strangers = (events: readonly Events[], addresses: ReadonlySet<string>): readonly string[] =>
  events.filter(({ planned }) => [...planned].some((address) => !addresses.has(address))).map(({ source }) => source);

/** A provider may quote a request in its message. */
function withoutSecrets(diagnostics: readonly Diagnostic[], plans: readonly Plan[]): readonly Diagnostic[] {
  const secrets = [...new Set(plans.flatMap((plan) => plan.secrets))].sort((a, b) => b.length - a.length);
  const clean = (text: string): string => secrets.reduce((rest, secret) => rest.replaceAll(secret, '(sensitive)'), text);
  return diagnostics
    .map((diagnostic) => ({ ...diagnostic, summary: clean(diagnostic.summary), detail: clean(diagnostic.detail) }))
    .sort((a, b) => inOrder(a.severity, b.severity) || inOrder(a.summary, b.summary) || inOrder(a.address ?? '', b.address ?? ''));
}
