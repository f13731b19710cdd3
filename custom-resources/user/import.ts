import type { ImportResult, MoveSource } from '../contract/resource';
import { listOf, mapOf, stringsOf, textOf } from '../values/other-state';
import { afterInstanceArn, bareId, identifierProblem, INSTANCE, isArn, USER } from '../values/identifiers';
import { badImportId } from './diagnostics';
import { userStateId } from './from-connect';
import { MOVED_MARK } from './private-data';
import type { UserState } from './schema';

const EMPTY: Omit<UserState, 'instance_id' | 'id' | 'user_id'> = {
  region: null,
  name: '',
  password: null,
  password_wo: null,
  password_wo_version: null,
  directory_user_id: null,
  hierarchy_group_id: null,
  routing_profile_id: '',
  security_profile_ids: [],
  quick_connects_on_delete: null,
  deletion_protection: null,
  drain_on_delete: null,
  on_drain_timeout: null,
  tags: null,
  tags_all: null,
  arn: null,
  identity_info: [],
  phone_config: [],
  auto_accept_config: [],
  after_contact_work_config: [],
  phone_number_config: [],
  persistent_connection_config: [],
  voice_enhancement_config: [],
  proficiency: [],
  timeouts: null,
};

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
  const [identity] = listOf(state['identity_info']);
  const [phone] = listOf(state['phone_config']);
  const [instance, user] = [textOf(state, 'instance_id') ?? '', textOf(state, 'user_id') ?? ''];
  return {
    state: {
      ...EMPTY,
      instance_id: instance,
      user_id: user,
      id: userStateId(instance, user),
      name: textOf(state, 'name') ?? '',
      password: textOf(state, 'password'),
      directory_user_id: textOf(state, 'directory_user_id'),
      hierarchy_group_id: textOf(state, 'hierarchy_group_id'),
      routing_profile_id: textOf(state, 'routing_profile_id') ?? '',
      security_profile_ids: stringsOf(state['security_profile_ids']),
      region: textOf(state, 'region'),
      quick_connects_on_delete: 'retain',
      tags: mapOf(state['tags']),
      tags_all: mapOf(state['tags_all']),
      arn: textOf(state, 'arn'),
      identity_info: identity
        ? [
            {
              first_name: textOf(identity, 'first_name'),
              last_name: textOf(identity, 'last_name'),
              email: textOf(identity, 'email'),
              secondary_email: textOf(identity, 'secondary_email'),
              mobile: null,
            },
          ]
        : [],
      phone_config: phone
        ? [
            {
              phone_type: textOf(phone, 'phone_type') ?? 'SOFT_PHONE',
              auto_accept: phone['auto_accept'] === true,
              after_contact_work_time_limit: Number(phone['after_contact_work_time_limit'] ?? 0),
              desk_phone_number: textOf(phone, 'desk_phone_number'),
              persistent_connection: false,
            },
          ]
        : [],
    },
    private: MOVED_MARK,
  };
}
