import type { OtherChange } from '../model/others';
import type { Belongings, Person } from '../model/person';
import type { Review } from '../model/review';
import type { Untold } from '../model/untold';
import type { Item, Section } from './document';
import { isSensitive } from '../read/redact';
import { folded } from './fold';
import { joined, many, names, type Rich, say, thousands } from './rich';
import { ofChange, ofClash, ofReason, ofTakenAlong, whichOf } from './words';

/** Where there is none of it. */
export const NO_DANGER =
  'No account is deleted or replaced, no security profile is gained, no group is emptied, nothing else is destroyed.';

/** What cannot be undone, or gives rights: it is read first. */
export function dangers(review: Review): readonly Section[] {
  return [leavers(review), replaced(review), kept(review), securityProfiles(review), emptied(review), destroyed(review)].filter(
    ({ items, note }) => items.length > 0 || note !== undefined,
  );
}

const having = (review: Review, fate: 'leaves' | 'replaced' | 'kept'): readonly Person[] =>
  review.people.filter(({ fates }) => fates.has(fate));

const section = (id: string, title: string, items: readonly Item[], note?: Rich): Section => ({
  id,
  title,
  danger: true,
  items,
  ...(note && { note }),
});

/** Why it is not known what goes along, for all of whom that is so. What -replace asks for is told with each person. */
const NOT_KNOWN: Readonly<Record<Exclude<Untold, 'asked for'>, string>> = {
  'no events': 'only the stream of "terraform plan -json" tells. Give that of the stack by --events.',
  'no checks': 'the plan did not look, for plan_checks of the provider is false, or only Terraform knows what it is.',
  'look failed': 'a call that looks for them failed, as the warnings say.',
};

function leavers(review: Review): Section {
  const all = having(review, 'leaves');
  const text = ({ groups, takesAlong, clash }: Person): Rich => {
    const lines = [
      ...(clash ? [ofClash(clash)] : []),
      ...ofTakenAlong(takesAlong),
      ...(groups.left.length > 0 ? [say`ends the membership in ${names(groups.left)}`] : []),
    ];
    if (lines.length > 0) return joined([...lines, ...ofMore(takesAlong, all)], '; ');
    return [takesAlong.untold === undefined ? 'nothing goes along' : 'what goes along is not known'];
  };
  const told = (people: readonly Person[]): readonly Item[] => folded(people.map((person) => ({ text: text(person), who: person.login })));
  return section(
    'leave',
    many(all.length, 'account is deleted', 'accounts are deleted'),
    [...told(all.filter(hasQuickConnects)), ...told(all.filter((person) => !hasQuickConnects(person)))],
    all.length > 0 ? joined(goingAlong(all), ' ') : undefined,
  );
}

/** Where it is so with all of them, the note says it. */
const ofMore = ({ untold }: Person['takesAlong'], all: readonly Person[]): readonly Rich[] =>
  untold !== undefined && untold !== 'asked for' && all.some(({ takesAlong }) => takesAlong.untold === undefined)
    ? [['what else goes along is not known']]
    : [];

const hasQuickConnects = ({ takesAlong }: Person): boolean => takesAlong.quickConnects.length > 0;

/** What goes with all of them, and what goes on: sentences. */
function goingAlong(people: readonly Person[]): readonly Rich[] {
  const along = counted(
    people.map(({ takesAlong }) => takesAlong),
    people.reduce((sum, { takesAlong }) => sum + takesAlong.unshown, 0),
  );
  const on = counted(
    people.map(({ takesAlong }) => takesAlong.handedOn),
    0,
  );
  const unknown = notKnown(people);
  if (!along && !on && people.every(({ takesAlong }) => takesAlong.untold === undefined))
    return [['No quick connects go along, and no memberships but those that the plan shows.']];
  return [...(along ? [say`Along go ${along}.`] : []), ...(on ? [say`On to new accounts go ${on}.`] : []), ...unknown];
}

function notKnown(people: readonly Person[]): readonly Rich[] {
  return Object.entries(NOT_KNOWN).flatMap(([reason, why]): readonly Rich[] => {
    const count = people.filter(({ takesAlong }) => takesAlong.untold === reason).length;
    if (count === 0) return [];
    const whose = count === people.length ? '' : ` with ${thousands(count)} of them`;
    return [[`Which quick connects and undeclared memberships go along${whose} is not known: ${why}`]];
  });
}

function counted(belongings: readonly Belongings[], unshown: number): Rich | undefined {
  const quickConnects = belongings.flatMap((one) => one.quickConnects);
  const undeclared = belongings.flatMap(({ undeclaredGroups }) => undeclaredGroups);
  const queues = [...new Set(quickConnects.flatMap((quickConnect) => quickConnect.queues))].sort();
  const told: Rich[] = [
    ...(quickConnects.length > 0
      ? [
          say`${[many(quickConnects.length, 'quick connect', 'quick connects')]}${
            queues.length > 0 ? say` (offered in ${[many(queues.length, 'queue', 'queues')]}: ${names(queues)})` : []
          }`,
        ]
      : []),
    ...(undeclared.length > 0
      ? [[many(undeclared.length, 'membership that no stack declares', 'memberships that no stack declares')]]
      : []),
  ];
  if (unshown > 0)
    told.push([many(unshown, 'membership whose end the plan does not show', 'memberships whose ends the plan does not show')]);
  return told.length > 0 ? joined(told, ' and ') : undefined;
}

function replaced(review: Review): Section {
  const all = having(review, 'replaced');
  const text = ({ reason, takesAlong, clash }: Person): Rich =>
    joined(
      [
        ...(clash ? [ofClash(clash)] : []),
        reason ? ofReason(reason) : ['the plan does not say why'],
        ...ofTakenAlong(takesAlong),
        ...ofMore(takesAlong, all),
      ],
      '; ',
    );
  const note: Rich = ['The account is deleted and made again with a new id: history, contacts and reports stay with the old one.'];
  return section(
    'replaced',
    many(all.length, 'account is replaced', 'accounts are replaced'),
    folded(all.map((person) => ({ text: text(person), who: person.login }))),
    all.length > 0 ? joined([note, ...goingAlong(all)], ' ') : undefined,
  );
}

const KEPT =
  'By create_before_destroy the new account would come first, and its name is taken: apply keeps the account that is there. With adopt_existing = "never", or where other settings are declared, apply fails, and ends memberships before that: run "terraform untaint", or leave out -replace, and settings are changed in place.';

function kept(review: Review): Section {
  const all = having(review, 'kept');
  const text = ({ reason, changes }: Person): Rich =>
    joined(
      [
        reason ? ofReason(reason) : ['the plan does not say why'],
        ...(changes.length > 0 ? [say`apply fails, since other settings are declared: ${joined(changes.map(ofChange), '; ')}`] : []),
      ],
      '; ',
    );
  const items = folded(all.map((person) => ({ text: text(person), who: person.login })));
  return section(
    'kept',
    many(all.length, 'account is to be replaced, and stays', 'accounts are to be replaced, and stay'),
    items,
    all.length > 0 ? [KEPT] : undefined,
  );
}

/** By profile: who gets it that was there, and who comes with it. */
function securityProfiles({ people }: Review): Section {
  const added = people.flatMap(({ login, changes }) =>
    changes.flatMap(({ attribute, from, to }) => {
      if (attribute !== 'security_profile_ids' || to === undefined) return [];
      if (isSensitive(to))
        return [
          { text: ['the profiles change, and the plan marks them as sensitive: the review cannot tell which are gained'], who: login },
        ];
      return from === undefined ? [{ text: say`${to} is added`, who: login }] : [];
    }),
  );
  const fresh = people
    .filter(({ fates }) => fates.has('joins'))
    .flatMap(({ login, madeWith }) =>
      (madeWith?.securityProfiles ?? []).map((profile) => ({ text: say`${profile} comes with the new account`, who: login })),
    );
  return section('security-profiles', 'Security profiles are gained', [...folded(added), ...folded(fresh)]);
}

const emptied = ({ emptied: groups }: Review): Section =>
  section(
    'emptied',
    many(groups.length, 'group is emptied', 'groups are emptied'),
    groups.map(({ group, before }) => ({
      text: say`${group}: ${[many(before, 'member', 'members')]} before, none after, of those that the states know`,
    })),
  );

function destroyed({ others }: Review): Section {
  const lost = others.filter(({ verb }) => verb === 'delete' || verb === 'replace' || verb === 'deposed');
  const items = folded(lost.map((other) => ({ text: endOf(other), who: whichOf(other) })));
  const title = many(lost.length, 'other resource is destroyed or replaced', 'other resources are destroyed or replaced');
  return { ...section('destroyed', title, items), of: ['resource', 'resources'] };
}

const endOf = ({ type, verb, replacedBy }: OtherChange): Rich => {
  if (verb === 'replace') return say`${type} is replaced${replacedBy.length > 0 ? say`, by ${names(replacedBy)}` : []}`;
  return verb === 'deposed' ? say`${type}: what an interrupted replacement left is destroyed` : say`${type} is destroyed`;
};
