import type { Change } from '../model/change';
import type { Fate, Person } from '../model/person';
import type { Review } from '../model/review';
import { changeKey } from '../model/change';
import { USER } from '../model/users';
import type { Item, Section } from './document';
import { folded } from './fold';
import { joined, many, names, type Rich, say, thousands } from './rich';
import { ofChange, ofDrift, ofLetGo, ofMadeWith, ofShare, ofTeams, whichOf } from './words';

/** What the configuration asks for, equal changes folded; and, apart from it, what somebody did outside. */
export function changes(review: Review): readonly Section[] {
  return [
    joins(review),
    takenOver(review),
    teams(review),
    settings(review),
    imports(review),
    moves(review),
    letGo(review),
    drift(review),
    others(review),
  ].filter(({ items }) => items.length > 0);
}

const section = (id: string, title: string, items: readonly Item[]): Section => ({ id, title, danger: false, items });

/** Those who have a fate, with what is said of each. */
const ofFate =
  (fate: Fate, id: string, nouns: readonly [one: string, more: string], text: (person: Person) => Rich) =>
  ({ people }: Review): Section => {
    const all = people.filter(({ fates }) => fates.has(fate));
    return section(id, many(all.length, ...nouns), folded(all.map((person) => ({ text: text(person), who: person.login }))));
  };

const joins = ofFate('joins', 'join', ['person joins', 'people join'], ofMadeWith);

const takenOver = ofFate(
  'taken over',
  'taken-over',
  ['account that exists already is taken over', 'accounts that exist already are taken over'],
  (person) => say`is exactly as declared: ${ofMadeWith(person)}`,
);

const teams = ofFate('changes team', 'teams', ['person changes team', 'people change team'], ({ groups }) => ofTeams(groups));

const imports = ofFate(
  'imported',
  'imported',
  ['account comes under Terraform', 'accounts come under Terraform'],
  ({ changes: changed }) => [changed.length > 0 ? 'with other settings than now' : 'as it is'],
);

const moves = ofFate(
  'moved',
  'moved',
  ['account moves to another address in Terraform', 'accounts move to another address in Terraform'],
  ({ movedFrom = '' }) => {
    const [, type = USER] = /(?:^|\.)([a-z0-9]+_[a-z0-9_]+)\.[^.]+$/.exec(movedFrom) ?? [];
    return type === USER ? ['from another address'] : say`from ${type}`;
  },
);

const letGo = ofFate('let go', 'let-go', ['account is let go', 'accounts are let go'], ofLetGo);

/** Values that only one person gets are told one by one up to here, for each attribute. */
const SINGLE = 5;

function settings({ people }: Review): Section {
  const all = people.filter(({ fates }) => fates.has('changes settings'));
  const single = all.flatMap(({ login, changes: changed }) => changed.map((change) => ({ who: login, change })));
  const counts = new Map<string, number>();
  for (const { change } of single) counts.set(changeKey(change), (counts.get(changeKey(change)) ?? 0) + 1);
  const ones = new Map<string, number>();
  const told = single.map(({ who, change }) => {
    if (counts.get(changeKey(change)) !== 1) return { who, text: ofChange(change) };
    const before = ones.get(change.noun) ?? 0;
    ones.set(change.noun, before + 1);
    return { who, text: before < SINGLE ? ofChange(change) : say`${[change.noun]}: to a value of their own` };
  });
  return section('settings', many(all.length, 'person gets other settings', 'people get other settings'), folded(told));
}

function drift({ people }: Review): Section {
  const all = people.filter(({ fates }) => fates.has('changed outside') || fates.has('made again'));
  const told = all.flatMap((person) => driftOf(person).map((text) => ({ who: person.login, text })));
  return section('drift', outside(all), folded(told));
}

function driftOf({ fates, drift: changed, deletedOutside }: Person): readonly Rich[] {
  if (fates.has('made again')) return [['the account was deleted outside: the plan makes it again, with a new id']];
  if (changed.length > 0) return changed.map(ofDrift);
  return [[deletedOutside ? 'the account was deleted outside' : 'a membership was changed outside: the plan puts it back']];
}

function outside(people: readonly Person[]): string {
  const deleted = people.filter(({ fates, deletedOutside }) => deletedOutside || fates.has('made again')).length;
  const changed = people.length - deleted;
  const told = [...(changed > 0 ? [`${thousands(changed)} changed`] : []), ...(deleted > 0 ? [`${thousands(deleted)} deleted`] : [])];
  return `Outside Terraform: ${told.join(', ')}`;
}

const ofContents = (changed: readonly Change[], attributes: readonly string[]): Rich =>
  changed.length > 0 ? say`: ${joined(changed.map(ofChange), '; ')}` : attributes.length > 0 ? say`: ${names(attributes)}` : [];

const VERB = {
  create: 'created',
  'make again': 'made again, since it was deleted outside Terraform',
  'put back': 'changed back, since it was changed outside Terraform',
  update: 'changed',
  import: 'imported',
  move: 'moved to another address',
  forget: 'let go: stays, and Terraform no longer manages it',
  'go along': 'let go, but deleted with its user',
  keep: 'replaced by itself: create_before_destroy takes over what has the name, or fails where it differs from what is declared or adopt_existing is "never"',
} as const;

function others({ others: all, outputs }: Review): Section {
  const told = all.flatMap((other) => (other.verb in VERB ? [{ ...other, words: VERB[other.verb as keyof typeof VERB] }] : []));
  const items = folded(
    told.map((other) => ({
      text: say`${other.type}: ${[other.words]}${ofContents(other.changes, other.attributes)}${other.shares.flatMap(ofShare)}`,
      who: whichOf(other),
    })),
  );
  const changed: readonly Item[] =
    outputs.length > 0 ? [{ text: say`${[many(outputs.length, 'output changes', 'outputs change')]}: ${names(outputs)}` }] : [];
  return {
    ...section('others', many(told.length + outputs.length, 'other change', 'other changes'), [...items, ...changed]),
    of: ['resource', 'resources'],
  };
}
