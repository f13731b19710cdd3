import type { ToldDiagnostic } from '../support/terraform/told';
import type { PlanJson } from '../support/terraform/project';
import type { LoggedCall, Snapshot } from '../support/emulator/test-emulator';
import { MEMBERSHIP } from './declaration';

/**
 * The writes that a plan announces, read from its JSON and its warnings alone: "Operation thing". `may` are
 * those that depend on what Connect has where the configuration did not look before.
 */
export interface ExpectedWrites {
  readonly must: readonly string[];
  readonly may: readonly string[];
}

type State = Readonly<Record<string, unknown>>;
type Change = NonNullable<PlanJson['resource_changes']>[number]['change'];

export function expectedWrites(
  plan: PlanJson,
  warnings: readonly ToldDiagnostic[],
  instance: Snapshot['instances'][number],
  queuesRefuse: boolean,
): ExpectedWrites {
  const must = new Set<string>();
  const many: string[] = [];
  const may: string[] = [];
  const announced = effectsOf(warnings);
  const shown = new Set(
    (plan.resource_changes ?? []).flatMap(({ address, change: { actions, before } }) =>
      address.startsWith(`${MEMBERSHIP}.`) && actions.includes('delete') && before
        ? [`${lastPart(before.traffic_distribution_group_id)} ${lastPart(before.user_id)}`]
        : [],
    ),
  );
  for (const { address, change } of plan.resource_changes ?? []) {
    const { actions, before, after } = change;
    if (address.startsWith(`${MEMBERSHIP}.`)) {
      if (actions.includes('delete') && before)
        must.add(`Disassociate ${lastPart(before.traffic_distribution_group_id)} ${lastPart(before.user_id)}`);
      if (actions.includes('create') && after)
        many.push(
          `Associate ${lastPart(after.traffic_distribution_group_id)} ${change.after_unknown.user_id === true ? 'new' : lastPart(after.user_id)}`,
        );
      continue;
    }
    if (actions.includes('delete') && before) {
      const id = String(before.user_id);
      many.push(`DeleteUser ${id}`);
      const effects = announced.get(id);
      for (const group of effects?.groups ?? []) must.add(`Disassociate ${group} ${id}`);
      for (const quickConnect of effects?.quickConnects ?? []) many.push(...deletion(quickConnect, instance, queuesRefuse));
      const goingOn = effects?.quickConnectsGoingOn ?? [];
      // A membership that the plan shows has ended by then.
      const groups = (effects?.groupsGoingOn ?? []).filter((group) => !shown.has(`${group} ${id}`));
      for (const group of groups) must.add(`Disassociate ${group} ${id}`);
      if (actions[0] === 'create') {
        // The successor is there already, if it can be told from others; else they go with the user.
        may.push(...groups.map((group) => `Associate ${group} new`));
        may.push(...goingOn.flatMap((quickConnect) => ['UpdateQuickConnectConfig new', ...deletion(quickConnect, instance, queuesRefuse)]));
      } else {
        many.push(...groups.map((group) => `Associate ${group} new`));
        many.push(...goingOn.flatMap(() => ['TagResource new', 'UpdateQuickConnectConfig new', 'UntagResource new']));
      }
    }
    if (actions.includes('create') && after) {
      many.push('CreateUser new');
      if (list(after.proficiency).length > 0) many.push('AssociateUserProficiencies new');
    }
    if (actions[0] === 'update') collectUpdates(change, many, may);
  }
  return { must: [...must, ...many].sort(), may };
}

function deletion(id: string, { queues }: Snapshot['instances'][number], queuesRefuse: boolean): readonly string[] {
  const offering = queuesRefuse ? queues.filter(({ QuickConnectIds }) => QuickConnectIds.includes(id)) : [];
  if (offering.length === 0) return [`DeleteQuickConnect ${id}`];
  return [`DeleteQuickConnect ${id}`, ...offering.map(({ Id }) => `DisassociateQueueQuickConnects ${Id}`), `DeleteQuickConnect ${id}`];
}

interface Effects {
  readonly groups: string[];
  readonly groupsGoingOn: string[];
  readonly quickConnects: string[];
  readonly quickConnectsGoingOn: string[];
}

/** What the warnings say goes along with a user, or on to its successor, by the user's id. */
function effectsOf(warnings: readonly ToldDiagnostic[]): ReadonlyMap<string, Effects> {
  const effects = new Map<string, Effects>();
  for (const { detail } of warnings) {
    let known: Effects | undefined;
    let goesOn = false;
    for (const line of detail.split('\n')) {
      const [, verb, user] = /^(With|From) the user ".*" \((\S+)\)(?: to ".*?"(?:, unless by create_before_destroy)?)?:$/.exec(line) ?? [];
      if (user !== undefined) {
        goesOn = verb === 'From';
        known = effects.get(user) ?? { groups: [], groupsGoingOn: [], quickConnects: [], quickConnectsGoingOn: [] };
        effects.set(user, known);
      }
      const group = /^ {2}- .* traffic distribution group ".*" \((\S+)\)/.exec(line)?.[1];
      if (group !== undefined) known?.[goesOn ? 'groupsGoingOn' : 'groups'].push(group);
      const quickConnect = /^ {2}- the quick connect ".*" \((\S+)\)/.exec(line)?.[1];
      if (quickConnect !== undefined) known?.[goesOn ? 'quickConnectsGoingOn' : 'quickConnects'].push(quickConnect);
    }
  }
  return effects;
}

const SINGLE: Readonly<Record<string, string>> = {
  hierarchy_group_id: 'UpdateUserHierarchy',
  routing_profile_id: 'UpdateUserRoutingProfile',
  security_profile_ids: 'UpdateUserSecurityProfiles',
};
const CHANNELS = [
  'auto_accept_config',
  'after_contact_work_config',
  'phone_number_config',
  'persistent_connection_config',
  'voice_enhancement_config',
];

function collectUpdates({ before, after }: Change, must: string[], may: string[]): void {
  if (!before || !after) return;
  const id = String(before.user_id);
  const differs = (name: string): boolean => canonical(before[name]) !== canonical(after[name]);
  for (const [name, operation] of Object.entries(SINGLE)) if (differs(name)) must.push(`${operation} ${id}`);
  if (differs('identity_info') && list(after.identity_info).length > 0)
    (hasNews(before, after, 'identity_info') ? may : must).push(`UpdateUserIdentityInfo ${id}`);
  if (differs('phone_config') && list(after.phone_config).length > 0)
    (hasNews(before, after, 'phone_config') ? may : must).push(`UpdateUserPhoneConfig ${id}`);
  const written = CHANNELS.filter((name) => list(after[name]).some((entry) => !list(before[name]).some((known) => covers(known, entry))));
  if (written.length > 0) (written.every((name) => hasNews(before, after, name)) ? may : must).push(`UpdateUserConfig ${id}`);
  collectProficiencies(list(before.proficiency), list(after.proficiency), id, must, may);
  collectTags(record(before.tags_all), record(after.tags_all), id, must);
}

/** Whether the declaration begins to say something that the state did not follow until now. */
function hasNews(before: State, after: State, block: string): boolean {
  const known = list(before[block]);
  return list(after[block]).some((entry) => {
    const counterpart = known.find((candidate) => candidate.channel === entry.channel);
    return !counterpart || Object.entries(entry).some(([name, value]) => value !== null && counterpart[name] === null);
  });
}

function collectProficiencies(before: readonly State[], after: readonly State[], id: string, must: string[], may: string[]): void {
  const key = (one: State): string => `${String(one.attribute_name)} ${String(one.attribute_value)}`;
  const was = new Map(before.map((one) => [key(one), one.level]));
  const will = new Map(after.map((one) => [key(one), one.level]));
  const target = before.length === 0 ? may : must;
  if (before.length === 0 && after.length > 0) may.push(`UpdateUserProficiencies ${id}`);
  if ([...was.keys()].some((name) => !will.has(name))) target.push(`DisassociateUserProficiencies ${id}`);
  if ([...will.keys()].some((name) => !was.has(name))) target.push(`AssociateUserProficiencies ${id}`);
  if ([...will].some(([name, level]) => was.has(name) && was.get(name) !== level)) target.push(`UpdateUserProficiencies ${id}`);
}

function collectTags(before: State, after: State, id: string, must: string[]): void {
  if (Object.keys(before).some((name) => !(name in after))) must.push(`UntagResource ${id}`);
  if (Object.entries(after).some(([name, value]) => before[name] !== value)) must.push(`TagResource ${id}`);
}

/**
 * The writes of an apply in the same words; ids that were not there before are "new". Ending a membership is
 * tried again while the answer is "not found": that counts once.
 */
export function writesMade(calls: readonly LoggedCall[], known: ReadonlySet<string>): readonly string[] {
  const seen = new Set<string>();
  const made = calls
    .filter(({ operation }) => !/^(Describe|List|Search|Get)/.test(operation))
    .map((call) => ({ status: call.status, write: wordsOf(call, known) }));
  return made
    .flatMap(({ status, write }) => {
      const repeated = status === 404 && write.startsWith('Disassociate ') && seen.has(write);
      seen.add(write);
      return repeated ? [] : [write];
    })
    .sort();
}

function wordsOf({ operation, keys }: LoggedCall, known: ReadonlySet<string>): string {
  const user = keys.userId ?? lastPart(keys.resourceArn ?? '');
  const subject = known.has(user) ? user : 'new';
  if (operation.endsWith('TrafficDistributionGroupUser'))
    return `${operation.replace('TrafficDistributionGroupUser', '')} ${keys.groupId ?? ''} ${subject}`;
  if (operation === 'DeleteQuickConnect') return `${operation} ${keys.quickConnectId ?? ''}`;
  if (operation === 'DisassociateQueueQuickConnects') return `${operation} ${keys.queueId ?? ''}`;
  return `${operation} ${subject}`;
}

const lastPart = (id: unknown): string => String(id).slice(String(id).lastIndexOf('/') + 1);
const list = (value: unknown): readonly State[] => (Array.isArray(value) ? (value as State[]) : []);
const record = (value: unknown): State => (typeof value === 'object' && value !== null ? (value as State) : {});
const covers = (known: State, entry: State): boolean =>
  Object.entries(entry).every(([name, value]) => value === null || known[name] === value);

/** The order of sets, which all lists of more than one element here are, does not count. */
const canonical = (value: unknown): string =>
  JSON.stringify(Array.isArray(value) ? value.map((element) => JSON.stringify(element)).sort() : value);
