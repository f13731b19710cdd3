import type { Change } from '../model/change';
import type { Clash } from '../model/clashes';
import type { OtherChange } from '../model/others';
import type { Belongings, Drift, Fate, Person, Reason, TakenAlong } from '../model/person';
import type { ShareChange } from '../model/shares';
import type { QuickConnect } from '../model/side-effects';
import { data, joined, names, type Rich, say } from './rich';

/** What one person's part of a plan is in words. */

/** The verdict of one, and of several, in the order in which a sentence has them. */
export const FATE: Readonly<Record<Fate, readonly [one: string, more: string]>> = {
  joins: ['joins', 'join'],
  leaves: ['leaves', 'leave'],
  replaced: ['replaced', 'replaced'],
  kept: ['kept', 'kept'],
  'made again': ['made again', 'made again'],
  'taken over': ['taken over', 'taken over'],
  'changes team': ['changes team', 'change team'],
  'changes settings': ['changes settings', 'change settings'],
  imported: ['imported', 'imported'],
  moved: ['moved', 'moved'],
  'let go': ['let go', 'let go'],
  'changed outside': ['changed outside', 'changed outside'],
};

export const ofChange = ({ noun, of, from, to, member, kept }: Change): Rich => {
  const what: Rich = of === undefined ? [noun] : [noun, ' ', data(of)];
  if (kept) return say`${what}${member ? say` ${from ?? ''}` : []}: stays, and is no longer managed`;
  if (member) return to === undefined ? say`${what} ${from ?? ''} lost` : say`${what} ${to} gained`;
  return say`${what}: ${value(from)} → ${value(to)}`;
};

const value = (text: string | undefined): Rich => (text === undefined ? ['none'] : [data(text)]);

/** A resource that is no person. */
export const whichOf = ({ name, address }: OtherChange): string => (name === undefined ? address : `${name} (${address})`);

/** Follows what is said of the resource. */
export const ofShare = ({ of, region, from, to }: ShareChange): Rich =>
  from === undefined ? say`; ${[of]} in ${region}: ${to}` : say`; ${[of]} in ${region}: ${from} → ${to}`;

export const ofDrift = (drift: Drift): Rich => say`${ofChange(drift)}${drift.plan === undefined ? [] : [` (the plan ${drift.plan})`]}`;

export const ofTeams = ({ joined: to, left: from }: Person['groups']): Rich =>
  from.length > 0 && to.length > 0
    ? say`from ${names(from)} to ${names(to)}`
    : to.length > 0
      ? say`into ${names(to)}`
      : say`out of ${names(from)}`;

export const ofReason = (reason: Reason): Rich => {
  switch (reason.kind) {
    case 'changes':
      return joined(reason.changes.map(ofChange));
    case 'tainted':
      return ['marked as tainted: an earlier apply failed while it made the account, or somebody ran "terraform taint"'];
    case 'asked for':
      return ['asked for by -replace or replace_triggered_by'];
    case 'gone, but quick connects point at it':
      return ['the account was deleted outside Terraform, and quick connects still point at it'];
    case 'not told':
      return ['the plan does not say why'];
  }
};

/** Two resources have one account. */
export const ofClash = ({ deletedBy, keptBy }: Clash): Rich =>
  say`${deletedBy.type} of ${deletedBy.stack} deletes the account that ${keptBy.type} of ${keptBy.stack} declares`;

export const ofLetGo = ({ goesTo }: Person): Rich =>
  goesTo ? say`goes over to ${goesTo.type} of ${goesTo.stack}` : ['stays in Amazon Connect, and Terraform no longer manages it'];

/** What goes with an account that is deleted, or on to the one that takes its place. */
export const ofTakenAlong = ({ quickConnects, undeclaredGroups, handedOn, retains, untold }: TakenAlong): readonly Rich[] => [
  ...(quickConnects.length > 0 ? [say`deletes ${joined(quickConnects.map(ofQuickConnect))}`] : []),
  ...(undeclaredGroups.length > 0 ? [say`ends the membership in ${names(undeclaredGroups)}, which no stack declares`] : []),
  ...ofHandedOn(handedOn),
  ...(retains ? [['keeps quick connects, if there are any: they lead to nobody']] : []),
  ...(untold === 'asked for' ? [['what else goes along is not told: Terraform leaves it out with -replace and replace_triggered_by']] : []),
];

const ofHandedOn = ({ quickConnects, undeclaredGroups }: Belongings): readonly Rich[] => [
  ...(quickConnects.length > 0 ? [say`hands ${joined(quickConnects.map(ofQuickConnect))} on to the new account`] : []),
  ...(undeclaredGroups.length > 0
    ? [say`hands the membership in ${names(undeclaredGroups)}, which no stack declares, on to the new account`]
    : []),
];

const ofQuickConnect = ({ name, queues }: QuickConnect): Rich =>
  queues.length > 0 ? say`the quick connect ${name} (offered in ${names(queues)})` : say`the quick connect ${name}`;

export const ofMadeWith = ({ madeWith, groups }: Person): Rich =>
  joined([
    ...(madeWith
      ? [
          say`routing profile ${madeWith.routingProfile}`,
          say`security ${[madeWith.securityProfiles.length === 1 ? 'profile ' : 'profiles ']}${names(madeWith.securityProfiles)}`,
        ]
      : []),
    ...(groups.joined.length > 0 ? [say`into ${names(groups.joined)}`] : []),
  ]);
