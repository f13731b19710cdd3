import type { Identity } from '../contract/ledger';
import type { ImportResult, MoveSource, ResourceIdentity } from '../contract/resource';
import { isUnknown, type PlannedState } from '../contract/value';
import { IN_INSTANCE, identifiedInRegion } from '../identity/identified-by';
import { theUser, theUserName } from '../identity/things';
import { bareId, identifierProblem, idWithin, INSTANCE, USER } from '../values/identifiers';
import { importId } from '../values/import-id';
import { isFromAws, listOf, nothingKnown, sameNamed, textOf } from '../values/other-state';
import { badImportId } from './diagnostics';
import { identityInfo, phoneConfig } from './fields/blocks';
import { MOVED_MARK } from './private-data';
import { schema, type UserState } from './schema';

/** A user name can be there once in an instance; who holds it is known by an id of its own, once it is made. */
export function identify({ instance_id: instance, name, user_id: id }: PlannedState<UserState>): readonly Identity[] {
  return [
    ...(isUnknown(instance) || isUnknown(name) ? [] : [{ thing: theUserName(instance, name), path: ['name'] }]),
    ...(typeof id === 'string' ? [{ thing: theUser(id) }] : []),
  ];
}

const EMPTY = nothingKnown<UserState>(schema);

/**
 * `INSTANCE:USER`, as `aws_connect_user` takes it, the ARN of the user, or `INSTANCE:name/USERNAME`, which leaves it to the read
 * that follows to find the user. INSTANCE may be an ARN, which says in which Region to look.
 */
export function importState(id: string): ImportResult<UserState> {
  const [, instanceOfName, username] = /^(arn:[^/]*\/[^:]*|[^:]*):name\/(.*)$/s.exec(id) ?? [];
  if (instanceOfName !== undefined && username !== undefined) {
    const problem = identifierProblem(INSTANCE, instanceOfName) ?? (username === '' ? 'the user name is missing' : undefined);
    return problem === undefined ? called(instanceOfName, username) : { diagnostics: [badImportId(id, problem)] };
  }
  const named = importId(USER, id);
  return 'problem' in named ? { diagnostics: [badImportId(id, named.problem)] } : imported(named.instance, named.thing);
}

/** Each an id or an ARN. */
function imported(instance: string, user: string): ImportResult<UserState> {
  const userId = bareId(USER, user);
  return { state: { ...EMPTY, instance_id: instance, user_id: userId, id: idWithin(instance, userId) } };
}

/** Known by its name alone, until it is read. */
const called = (instance: string, name: string): ImportResult<UserState> => ({
  state: { ...EMPTY, instance_id: instance, user_id: null, name, id: idWithin(instance, `name/${name}`) },
});

export const identity: ResourceIdentity<UserState> = identifiedInRegion<UserState>(
  { ...IN_INSTANCE, user_id: { kind: USER, from: 'user_id' } },
  imported,
);

/**
 * A `moved` block from `aws_connect_user`: the same body, where that provider writes "" for "left out". Its
 * version 6 always writes the Region.
 */
export function moveUser(source: MoveSource): ImportResult<UserState> | undefined {
  if (!isFromAws(source, 'aws_connect_user')) return undefined;
  const { state } = source;
  const [instance, user] = [textOf(state, 'instance_id') ?? '', textOf(state, 'user_id') ?? ''];
  return {
    state: {
      ...EMPTY,
      ...sameNamed<UserState>(schema.attributes, state),
      id: idWithin(instance, user),
      quick_connects_on_delete: 'retain',
      identity_info: listOf(state['identity_info']).map((block) => sameNamed(identityInfo.attributes, block)),
      phone_config: listOf(state['phone_config']).map((block) => sameNamed(phoneConfig.attributes, block)),
    },
    private: MOVED_MARK,
  };
}
