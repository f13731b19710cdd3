import type { ImportResult, MoveSource } from '../contract/resource';
import { listOf, nothingKnown, sameNamed, textOf } from '../values/other-state';
import { afterInstanceArn, bareId, identifierProblem, INSTANCE, isArn, USER } from '../values/identifiers';
import { identityInfo, phoneConfig } from './blocks';
import { badImportId } from './diagnostics';
import { userStateId } from './from-connect';
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
  const [instanceArn, within] = afterInstanceArn(id) ?? [];
  if (isArn(id) && instanceArn === undefined) {
    const problem = identifierProblem(USER, id);
    return problem === undefined ? imported(instanceArnOf(id), id) : { diagnostics: [badImportId(id, problem)] };
  }
  const parts = instanceArn === undefined ? id.split(':') : [instanceArn, within];
  const [instance = '', user = ''] = parts;
  if (parts.length !== 2) return { diagnostics: [badImportId(id, `it has ${parts.length} parts`)] };
  const problem = identifierProblem(INSTANCE, instance) ?? identifierProblem(USER, user);
  return problem === undefined ? imported(instance, user) : { diagnostics: [badImportId(id, problem)] };
}

/** As an ARN, which says in which Region to look. */
const instanceArnOf = (userArn: string): string => userArn.replace(/\/agent\/[^/]+$/, '');

/** Each an id or an ARN. */
export function imported(instance: string, user: string): ImportResult<UserState> {
  const userId = bareId(USER, user);
  return { state: { ...EMPTY, instance_id: instance, user_id: userId, id: userStateId(instance, userId) } };
}

/** Known by its name alone, until it is read. */
const called = (instance: string, name: string): ImportResult<UserState> => ({
  state: { ...EMPTY, instance_id: instance, user_id: null, name, id: `${bareId(INSTANCE, instance)}:name/${name}` },
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
      id: userStateId(instance, user),
      quick_connects_on_delete: 'retain',
      identity_info: listOf(state['identity_info']).map((block) => sameNamed(identityInfo.attributes, block)),
      phone_config: listOf(state['phone_config']).map((block) => sameNamed(phoneConfig.attributes, block)),
    },
    private: MOVED_MARK,
  };
}
