import type { Diagnostic, Events } from '../read/events';
import type { Plan } from '../read/plan';
import { type Cost, costOf } from './calls';
import { type EmptiedGroup, emptiedGroups } from './groups';
import { isChange, planHash } from './hash';
import { hidden } from './hide';
import { membersNow } from './memberships';
import { Names } from './names';
import { type OtherChange, otherChanges } from './others';
import { compare } from './compare';
import { peopleIn } from './people';
import type { Person } from './person';
import { sideEffects } from './side-effects';
import { Users } from './users';

/** All that a review tells, before it is put into words. */
export interface Review {
  readonly stacks: readonly StackNote[];
  readonly hash: string;
  readonly people: readonly Person[];
  readonly emptied: readonly EmptiedGroup[];
  readonly others: readonly OtherChange[];
  /** Names of outputs that change. */
  readonly outputs: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether streams of events were given: only they tell what goes along with a user. */
  readonly eventsGiven: boolean;
  /** Streams that plan changes which the plans do not have. */
  readonly strangeEvents: readonly string[];
  /** How many resources the plans change, all types. */
  readonly changes: number;
  readonly cost: Cost;
  readonly rate: number;
  readonly peopleHidden: boolean;
}

export interface StackNote {
  readonly name: string;
  readonly errored: boolean;
  readonly complete: boolean;
  readonly deferred: number;
}

export interface ReviewOptions {
  /** Calls a second that the quota allows for each API operation. */
  readonly rate: number;
  readonly hidePeople: boolean;
}

export function reviewOf(plans: readonly Plan[], events: readonly Events[], { rate, hidePeople }: ReviewOptions): Review {
  const { byUser, others } = sideEffects(events.flatMap(({ diagnostics }) => diagnostics));
  const [users, names] = [new Users(plans), new Names(plans)];
  for (const { memberships } of byUser.values()) for (const { groupId, group } of memberships) names.add(groupId, group);
  const around = { users, names, effects: byUser, declared: membersNow(plans) };
  const { people, memberships } = peopleIn(plans, around);
  const changed = plans.flatMap(({ changes }) => changes.filter(isChange));
  const review: Review = {
    stacks: plans
      .map(({ stack, errored, complete, deferred }) => ({ name: stack, errored, complete, deferred: deferred.length }))
      .sort((a, b) => compare(a.name, b.name)),
    hash: planHash(plans),
    people,
    emptied: emptiedGroups(memberships, around),
    others: otherChanges(plans),
    outputs: [...new Set(plans.flatMap(({ outputs }) => outputs))].sort(),
    diagnostics: withoutSecrets(others, plans),
    eventsGiven: events.length > 0,
    strangeEvents: strangers(events, new Set(changed.map(({ address }) => address))),
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
    .sort((a, b) => compare(a.severity, b.severity) || compare(a.summary, b.summary) || compare(a.address ?? '', b.address ?? ''));
}
