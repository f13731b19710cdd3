import type { Change } from '../model/change';
import type { Person } from '../model/person';
import type { Review } from '../model/review';
import { changeKey } from '../model/change';
import type { Item, Section } from './document';
import { folded } from './fold';
import { joined, many, names, type Rich, say, thousands } from './rich';
import { ofChange, ofDrift, ofMadeWith, ofShare, ofTeams, whichOf } from './words';

/** What the configuration asks for, equal changes folded; and, apart from it, what somebody did outside. */
export function changes(review: Review): readonly Section[] {
  return [
    joins(review),
    teams(review),
    settings(review),
    imports(review),
    moves(review),
    letGo(review),
    drift(review),
    others(review),
  ].filter(({ items }) => items.length > 0);
}

const loginOf = ({ login }: Person): string => login;

const section = (id: string, title: string, items: readonly Item[]): Section => ({ id, title, danger: false, items });

function joins({ people }: Review): Section {
  const all = people.filter(({ fates }) => fates.has('joins'));
  return section('join', many(all.length, 'person joins', 'people join'), folded(all, ofMadeWith, loginOf));
}

function teams({ people }: Review): Section {
  const all = people.filter(({ fates }) => fates.has('changes team'));
  const title = many(all.length, 'person changes team', 'people change team');
  return section(
    'teams',
    title,
    folded(all, ({ groups }) => ofTeams(groups), loginOf),
  );
}

/** Values that only one person gets are told one by one up to here, for each attribute. */
const SINGLE = 5;

function settings({ people }: Review): Section {
  const all = people.filter(({ fates }) => fates.has('changes settings'));
  const single = all.flatMap((person) => person.changes.map((change) => ({ person, change })));
  const counts = new Map<string, number>();
  for (const { change } of single) counts.set(changeKey(change), (counts.get(changeKey(change)) ?? 0) + 1);
  const ones = new Map<string, number>();
  const told = single.map(({ person, change }) => {
    if (counts.get(changeKey(change)) !== 1) return { person, text: ofChange(change) };
    const before = ones.get(change.noun) ?? 0;
    ones.set(change.noun, before + 1);
    return { person, text: before < SINGLE ? ofChange(change) : say`${[change.noun]}: to a value of their own` };
  });
  return section(
    'settings',
    many(all.length, 'person gets other settings', 'people get other settings'),
    folded(
      told,
      ({ text }) => text,
      ({ person }) => person.login,
    ),
  );
}

function imports({ people }: Review): Section {
  const all = people.filter(({ fates }) => fates.has('imported'));
  const text = ({ changes }: Person) => (changes.length > 0 ? ['with other settings than now'] : ['as it is']);
  return section(
    'imported',
    many(all.length, 'account comes under Terraform', 'accounts come under Terraform'),
    folded(all, text, loginOf),
  );
}

function moves({ people }: Review): Section {
  const all = people.filter(({ fates }) => fates.has('moved'));
  const typeOf = (address: string | undefined): string =>
    /(?:^|\.)([a-z0-9]+_[a-z0-9_]+)\.[^.]+$/.exec(address ?? '')?.[1] ?? 'connect_user';
  return section(
    'moved',
    many(all.length, 'account moves to another address in Terraform', 'accounts move to another address in Terraform'),
    folded(
      all,
      ({ movedFrom }) => (typeOf(movedFrom) === 'connect_user' ? ['from another connect_user'] : say`from ${typeOf(movedFrom)}`),
      loginOf,
    ),
  );
}

function letGo({ people }: Review): Section {
  const all = people.filter(({ fates }) => fates.has('let go'));
  const title = many(all.length, 'account is let go', 'accounts are let go');
  return section(
    'let-go',
    title,
    folded(all, () => ['stays in Amazon Connect, and Terraform no longer manages it'], loginOf),
  );
}

function drift({ people }: Review): Section {
  const all = people.filter(({ fates }) => fates.has('changed outside') || fates.has('made again'));
  const lines = all.flatMap((person) => {
    if (person.fates.has('made again'))
      return [{ person, text: ['the account was deleted outside: the plan makes it again, with a new id'] }];
    const told = person.drift.map((change) => ({ person, text: ofDrift(change) }));
    if (told.length > 0) return told;
    return [
      {
        person,
        text:
          person.fates.has('leaves') || person.fates.has('replaced')
            ? ['the account was deleted outside']
            : ['a membership was changed outside: the plan puts it back'],
      },
    ];
  });
  return section(
    'drift',
    outside(all),
    folded(
      lines,
      ({ text }) => text,
      ({ person }) => person.login,
    ),
  );
}

function outside(people: readonly Person[]): string {
  const deleted = people.filter(({ fates }) => fates.has('made again')).length;
  const changed = people.length - deleted;
  const told = [...(changed > 0 ? [`${thousands(changed)} changed`] : []), ...(deleted > 0 ? [`${thousands(deleted)} deleted`] : [])];
  return `Outside Terraform: ${told.join(', ')}`;
}

const ofContents = (changed: readonly Change[], attributes: readonly string[]): Rich =>
  changed.length > 0 ? say`: ${joined(changed.map(ofChange), '; ')}` : attributes.length > 0 ? say`: ${names(attributes)}` : [];

const VERB = {
  create: 'created',
  update: 'changed',
  import: 'imported',
  move: 'moved to another address',
  forget: 'let go: stays, and Terraform no longer manages it',
} as const;

function others({ others: all, outputs }: Review): Section {
  const told = all.flatMap((other) => (other.verb in VERB ? [{ ...other, words: VERB[other.verb as keyof typeof VERB] }] : []));
  const items = folded(
    told,
    ({ type, words, shares, changes: changed, attributes }) =>
      say`${type}: ${[words]}${ofContents(changed, attributes)}${shares.flatMap(ofShare)}`,
    whichOf,
  );
  const changed: readonly Item[] =
    outputs.length > 0 ? [{ text: say`${[many(outputs.length, 'output changes', 'outputs change')]}: ${names(outputs)}` }] : [];
  return {
    ...section('others', many(told.length + outputs.length, 'other change', 'other changes'), [...items, ...changed]),
    of: ['resource', 'resources'],
  };
}
