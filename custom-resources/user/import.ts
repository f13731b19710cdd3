import type { ImportResult, MoveSource } from '../contract/resource';
import { listOf, nothingKnown, sameNamed, textOf } from '../values/other-state';
import { bareId, identifierProblem, idWithin, INSTANCE, USER } from '../values/identifiers';
import { importId } from '../values/import-id';
import { identityInfo, phoneConfig } from './fields/blocks';
import { badImportId } from './diagnostics';
import { MOVED_MARK } from './private-data';
import { schema, type UserState } from './schema';

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
export function imported(instance: string, user: string): ImportResult<UserState> {
  const userId = bareId(USER, user);
  return { state: { ...EMPTY, instance_id: instance, user_id: userId, id: idWithin(instance, userId) } };
}

/** Known by its name alone, until it is read. */
const called = (instance: string, name: string): ImportResult<UserState> => ({
  state: { ...EMPTY, instance_id: instance, user_id: null, name, id: idWithin(instance, `name/${name}`) },
});

/**
 * A `moved` block from `aws_connect_user`: the same body, where that provider writes "" for "left out". Its
 * version 6 always writes the Region.
 */
export function moveUser({ provider, type, state }: MoveSource): ImportResult<UserState> | undefined {
  if (!/\/hashicorp\/aws$/.test(provider) || type !== 'aws_connect_user') return undefined;
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
