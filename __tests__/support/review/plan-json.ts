import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idIn } from '../../../connect/shapes/ids';
import { run } from '../../../cli/run';
import { type Leaver, toldOf } from '../../../custom-resources/user/removal/belongings';

/** Plans as `terraform show -json` writes them, for what the real terraform would take too long to come to. */

export type Values = Readonly<Record<string, unknown>>;

export const INSTANCE = '11111111-aaaa-4bbb-8ccc-000000000001';
export const GROUPS = { voice: '22222222-aaaa-4bbb-8ccc-000000000001', night: '22222222-aaaa-4bbb-8ccc-000000000002' } as const;

/** The id of the account of a login. */
export const idOf = (login: string): string => `99999999-0000-4000-8000-${Buffer.from(login).toString('hex').padStart(12, '0').slice(-12)}`;

export const user = (login: string, more: Values = {}): Values => ({
  id: `${INSTANCE}:${idOf(login)}`,
  arn: `arn:aws:connect:us-east-1:123456789012:instance/${INSTANCE}/agent/${idOf(login)}`,
  user_id: idOf(login),
  instance_id: INSTANCE,
  name: login,
  password: null,
  identity_info: [{ first_name: 'Ada', last_name: 'Lovelace', email: null, secondary_email: null, mobile: null }],
  phone_config: [{ phone_type: 'SOFT_PHONE', auto_accept: false, after_contact_work_time_limit: 0, desk_phone_number: null }],
  routing_profile_id: 'routing-basic',
  security_profile_ids: ['security-agent'],
  quick_connects_on_delete: 'delete',
  proficiency: [],
  tags: null,
  tags_all: {},
  ...more,
});

const NEW = { id: true, arn: true, user_id: true };

/** Without what is only known once the account is made. */
export const newUser = (login: string, more: Values = {}): Values =>
  Object.fromEntries(Object.entries(user(login, more)).filter(([name]) => !(name in NEW)));

export interface Parts {
  readonly actions: readonly string[];
  readonly before?: Values | null;
  readonly after?: Values | null;
  readonly unknown?: Values;
  readonly sensitive?: Values;
  /** Members of the change itself. */
  readonly change?: Values;
  /** Members beside the change. */
  readonly beside?: Values;
}

/** A change of the resource at `type.name`. */
export function change(address: string, { actions, before = null, after = null, unknown = {}, sensitive = {}, ...more }: Parts): Values {
  const [type = '', name = ''] = address.split(/\.(.*)/s);
  return {
    address,
    mode: 'managed',
    type,
    name,
    ...more.beside,
    change: { actions, before, after, after_unknown: unknown, before_sensitive: sensitive, after_sensitive: sensitive, ...more.change },
  };
}

export const joins = (login: string, more: Values = {}): Values =>
  change(`connect_user.${login}`, { actions: ['create'], after: newUser(login, more), unknown: NEW });

export const leaves = (login: string, more: Values = {}): Values =>
  change(`connect_user.${login}`, { actions: ['delete'], before: user(login, more) });

export const updates = (login: string, before: Values, after: Values): Values =>
  change(`connect_user.${login}`, { actions: ['update'], before: user(login, before), after: user(login, after) });

export const replaces = (login: string, after: Values = {}, more: Partial<Parts> = {}): Values =>
  change(`connect_user.${login}`, {
    actions: ['delete', 'create'],
    before: user(login),
    after: newUser(login, after),
    unknown: NEW,
    ...more,
  });

export const membershipOf = (login: string, group: string): Values => ({
  id: `${INSTANCE},${group},${idOf(login)}`,
  instance_id: INSTANCE,
  traffic_distribution_group_id: group,
  user_id: idOf(login),
});

/** A membership of `login`, from one group to another; nothing stands for none. */
export const moves = (login: string, from: string | undefined, to: string | undefined, key = login): Values =>
  change(`connect_traffic_distribution_group_user.${key}`, {
    actions: from && to ? ['delete', 'create'] : from ? ['delete'] : ['create'],
    before: from === undefined ? null : membershipOf(login, from),
    after: to === undefined ? null : membershipOf(login, to),
  });

export const wholeGroup = (group: string, before: readonly string[], after: readonly string[] | undefined): Values => {
  const values = (logins: readonly string[]): Values => ({ traffic_distribution_group_id: group, user_ids: logins.map(idOf) });
  return change('connect_traffic_distribution_group_users.team', {
    actions: [after === undefined ? 'delete' : 'update'],
    before: values(before),
    after: after === undefined ? null : values(after),
  });
};

export const thing = (address: string, values: Values): Values => ({
  address,
  mode: address.startsWith('data.') ? 'data' : 'managed',
  type: address.replace(/^data\./, '').split('.')[0],
  values,
  sensitive_values: {},
});

/** What calls the profiles and groups by names. */
export const NAMED: readonly Values[] = [
  thing('data.aws_connect_routing_profile.basic', {
    id: `${INSTANCE}:routing-basic`,
    instance_id: INSTANCE,
    routing_profile_id: 'routing-basic',
    name: 'Basic',
  }),
  thing('data.aws_connect_routing_profile.sales', {
    id: `${INSTANCE}:routing-sales`,
    instance_id: INSTANCE,
    routing_profile_id: 'routing-sales',
    name: 'Sales',
  }),
  thing('data.aws_connect_security_profile.agent', {
    id: `${INSTANCE}:security-agent`,
    security_profile_id: 'security-agent',
    name: 'Agent',
  }),
  thing('data.aws_connect_security_profile.admin', {
    id: `${INSTANCE}:security-admin`,
    security_profile_id: 'security-admin',
    name: 'Admin',
  }),
  thing('data.connect_traffic_distribution_group.voice', { id: GROUPS.voice, name: 'Voice teams' }),
  thing('data.connect_traffic_distribution_group.night', { id: GROUPS.night, name: 'Night' }),
];

export const planJson = (changes: readonly Values[], { state = NAMED, configuration = [], ...more }: PlanParts = {}): Values => ({
  format_version: '1.2',
  terraform_version: '1.11.4',
  planned_values: {},
  resource_changes: changes,
  prior_state: { values: { root_module: { resources: state } } },
  configuration: { root_module: { resources: configuration } },
  timestamp: '2026-01-31T12:00:00Z',
  applyable: true,
  complete: true,
  errored: false,
  ...more,
});

interface PlanParts {
  readonly state?: readonly Values[];
  readonly configuration?: readonly Values[];
  readonly [more: string]: unknown;
}

/** The stream of `plan -json` with these diagnostics. */
export const eventsJson = (...diagnostics: readonly Values[]): string =>
  [
    { '@level': 'info', '@module': 'terraform.ui', type: 'version' },
    ...diagnostics.map((diagnostic) => ({ '@level': 'warn', '@module': 'terraform.ui', type: 'diagnostic', diagnostic })),
  ]
    .map((message) => `${JSON.stringify(message)}\n`)
    .join('');

export interface Reviewed {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command `review` in a directory of its own; `files` are its plans and events by name. */
export class Desk {
  readonly directory = mkdtempSync(join(tmpdir(), 'review-'));

  put(name: string, content: Values | string | Buffer): string {
    const path = join(this.directory, name);
    writeFileSync(path, typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content));
    return path;
  }

  async review(...argv: readonly string[]): Promise<Reviewed> {
    const written = { out: '', err: '' };
    const terminal = { print: (text: string) => void (written.out += text), complain: (text: string) => void (written.err += text) };
    const status = await run(['review', ...argv], terminal);
    return { status, ...written };
  }

  /** The Markdown of one plan. */
  async markdown(plan: Values, ...argv: readonly string[]): Promise<string> {
    return (await this.review(this.put('agents.json', plan), ...argv)).out;
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}

/** What the provider tells of users who are destroyed. */
export const toldOfLeavers = (...leavers: readonly (Pick<Leaver, 'name'> & Partial<Leaver>)[]): readonly Values[] =>
  toldOf(leavers.map((leaver) => ({ userId: idOf(leaver.name), quickConnects: [], quickConnectsGoingOn: [], groups: [], ...leaver }))).map(
    (diagnostic) => ({ ...diagnostic }),
  );

export const quickConnectTo = (login: string, more: Partial<Leaver['quickConnects'][number]> = {}): Leaver['quickConnects'][number] => ({
  id: idIn(`qc-${login}`),
  name: `Call ${login}`,
  arn: '',
  type: 'USER',
  userId: idIn(idOf(login)),
  queues: [],
  ...more,
});
