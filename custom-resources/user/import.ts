import type { ImportResult, MoveSource } from '../contract/resource';
import type { Value, Values } from '../contract/value';
import { bareId, identifierProblem, INSTANCE, isArn, USER } from '../values/identifiers';
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
  if (isArn(id)) {
    const problem = identifierProblem(USER, id);
    return problem === undefined ? found(instanceArnOf(id), bareId(USER, id)) : { diagnostics: [badImportId(id, problem)] };
  }
  const parts = id.split(':');
  const [instance = '', user = ''] = parts;
  if (parts.length !== 2) return { diagnostics: [badImportId(id, `it has ${parts.length} parts`)] };
  const problem = identifierProblem(INSTANCE, instance) ?? identifierProblem(USER, user);
  return problem === undefined ? found(instance, user) : { diagnostics: [badImportId(id, problem)] };
}

/** As an ARN, which says in which Region to look. */
const instanceArnOf = (userArn: string): string => userArn.replace(/\/agent\/[^/]+$/, '');

const found = (instance: string, user: string): ImportResult<UserState> => ({
  state: { ...EMPTY, instance_id: instance, user_id: user, id: userStateId(instance, user) },
});

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
  const [identity] = list(state['identity_info']);
  const [phone] = list(state['phone_config']);
  const [instance, user] = [text(state, 'instance_id') ?? '', text(state, 'user_id') ?? ''];
  return {
    state: {
      ...EMPTY,
      instance_id: instance,
      user_id: user,
      id: userStateId(instance, user),
      name: text(state, 'name') ?? '',
      password: text(state, 'password'),
      directory_user_id: text(state, 'directory_user_id'),
      hierarchy_group_id: text(state, 'hierarchy_group_id'),
      routing_profile_id: text(state, 'routing_profile_id') ?? '',
      security_profile_ids: strings(state['security_profile_ids']),
      region: text(state, 'region'),
      quick_connects_on_delete: 'retain',
      tags: map(state['tags']),
      tags_all: map(state['tags_all']),
      arn: text(state, 'arn'),
      identity_info: identity
        ? [
            {
              first_name: text(identity, 'first_name'),
              last_name: text(identity, 'last_name'),
              email: text(identity, 'email'),
              secondary_email: text(identity, 'secondary_email'),
              mobile: null,
            },
          ]
        : [],
      phone_config: phone
        ? [
            {
              phone_type: text(phone, 'phone_type') ?? 'SOFT_PHONE',
              auto_accept: phone['auto_accept'] === true,
              after_contact_work_time_limit: Number(phone['after_contact_work_time_limit'] ?? 0),
              desk_phone_number: text(phone, 'desk_phone_number'),
              persistent_connection: false,
            },
          ]
        : [],
    },
    private: MOVED_MARK,
  };
}

function text(values: Values, name: string): string | null {
  const value = values[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

const list = (value: Value | undefined): readonly Values[] => (Array.isArray(value) ? (value as readonly Values[]) : []);

const strings = (value: Value | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((element: Value): element is string => typeof element === 'string') : [];

/** No tags are written as `{}` there, whether they were declared so or left out. */
function map(value: Value | undefined): Readonly<Record<string, string>> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || Object.keys(value).length === 0) return null;
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
