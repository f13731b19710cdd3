import { hiddenInName, replaceUnseen } from '../../custom-resources/contract/visible';
import type { Adopted, AdoptedAgent } from '../model';
import { type UniqueNames, uniqueNames } from '../unique-names';
import { agentBody, type Plain } from './body';
import { moduleOf } from './typescript';
import { programFiles } from './typescript-program';

/** A roster, and a CDKTF program that reads it. Of whom the roster could not tell all is declared in code. */
export function csvFiles(adopted: Adopted): ReadonlyMap<string, string> {
  const names = uniqueNames(adopted.names);
  const sorted = [...adopted.agents].sort((a, b) => (a.state.name < b.state.name ? -1 : 1));
  const rows = sorted.map((agent) => ({ agent, row: rowOf(agent, names) }));
  const inRoster = rows.flatMap(({ row }) => (row ? [row] : []));
  const others = rows.flatMap(({ agent, row }) => (row ? [] : [agent]));
  // A roster of nobody has a header, too.
  const columns = COLUMNS.filter((column) => column === 'name' || inRoster.some((row) => row[column] !== undefined));
  const lines = [columns, ...inRoster.map((row) => columns.map((column) => row[column] ?? ''))].map((cells) => cells.map(cell).join(','));
  const imports = others.length > 0 ? `import { otherAgents } from './other-agents';\n` : '';
  const roster = `Roster.fromFile(people, 'roster', 'agents.csv', { contactCentre })`;
  const all = others.length > 0 ? `[...${roster}, ...otherAgents(people, contactCentre)]` : `[...${roster}]`;
  return new Map([
    ...programFiles(adopted, { imports, agents: all, classes: ['Roster'] }),
    ['agents.csv', `${lines.join('\n')}\n`],
    ...(others.length > 0
      ? [['other-agents.ts', moduleOf('otherAgents', 'Agents of whom a roster cannot tell all.', others, names)] as const]
      : []),
  ]);
}

const COLUMNS = [
  'name',
  'first_name',
  'last_name',
  'email',
  'secondary_email',
  'mobile',
  'routing_profile',
  'security_profiles',
  'hierarchy_group',
  'phone_type',
  'desk_phone_number',
  'auto_accept',
  'persistent_connection',
  'after_contact_work_time_limit',
  'proficiencies',
  'tags',
] as const;

type Row = Partial<Record<(typeof COLUMNS)[number], string>>;

/** A line of the roster; nothing where it could not say all of the agent. */
function rowOf({ state }: AdoptedAgent, names: UniqueNames): Row | undefined {
  const { attributes, blocks } = agentBody(state);
  const { identity_info: [identity] = [], phone_config: [phone] = [], proficiency = [], ...channels } = blocks;
  const path = state.hierarchy_group_id === null ? [] : [names.hierarchyGroup(state.hierarchy_group_id)].flat();
  const profiles = state.security_profile_ids.map((id) => names.securityProfile(id));
  const tags = Object.entries(state.tags ?? {});
  const skills = proficiency.map(({ attribute_name: name, attribute_value: value, level }) => ({
    name: String(name),
    value: String(value),
    level,
  }));
  const sayable =
    Object.keys(channels).length === 0 &&
    !['region', 'directory_user_id', 'quick_connects_on_delete', 'drain_on_delete', 'on_drain_timeout'].some(
      (name) => name in attributes,
    ) &&
    ![...profiles, ...path, ...tags.flat(), ...skills.flatMap(({ name, value }) => [name, value])].some((part) =>
      /[|]|^\s|\s$/.test(part),
    ) &&
    !tags.some(([key, value]) => key.includes('=') || /[,;].*=/.test(value)) &&
    !skills.some(({ name, value }) => name.includes('=') || /:\d+$|:\d+\s*[,;].*=/.test(value)) &&
    // A roster divides a text at each "/", unless it has several names of its own.
    !(path.length === 1 && path[0]?.includes('/')) &&
    hiddenInName(state.name) === undefined &&
    ![state.name, ...Object.values(identity ?? {})].some((value) => /^\s|\s$/.test(String(value)));
  if (!sayable) return undefined;
  const yesOrNo = (value: Plain | undefined): string | undefined => (value === undefined ? undefined : value === true ? 'yes' : 'no');
  const row: Row = {
    name: state.name,
    ...Object.fromEntries(Object.entries(identity ?? {}).map(([name, value]) => [name, String(value)])),
    routing_profile: names.routingProfile(state.routing_profile_id),
    security_profiles: profiles.join('|'),
    ...(path.length > 0 && { hierarchy_group: path.join('|') }),
    ...(phone && { phone_type: phone['phone_type'] === 'DESK_PHONE' ? 'desk' : 'soft' }),
    ...given('desk_phone_number', text(phone?.['desk_phone_number'])),
    ...given('auto_accept', yesOrNo(phone?.['auto_accept'])),
    ...given('persistent_connection', yesOrNo(phone?.['persistent_connection'])),
    ...given('after_contact_work_time_limit', text(phone?.['after_contact_work_time_limit'])),
    ...(skills.length > 0 && { proficiencies: skills.map(({ name, value, level }) => `${name}=${value}:${String(level)}`).join('|') }),
    ...(tags.length > 0 && { tags: tags.map(([key, value]) => `${key}=${value}`).join('|') }),
  };
  return COLUMNS.some((column) => isChanged(column, row[column] ?? '')) ? undefined : row;
}

/**
 * Whether a cell may not be read as it was written: spreadsheets take it for a formula, which may do anything, the carriage return in it
 * ends the line, or people do not see all of it. A telephone number, which begins with a plus, does no harm.
 */
const isChanged = (column: keyof Row, value: string): boolean =>
  replaceUnseen(value, () => '') !== value || (/^[=+\-@]/.test(value) && !(NUMBERS.includes(column) && /^\+\d+$/.test(value)));

const NUMBERS: readonly (keyof Row)[] = ['mobile', 'desk_phone_number'];

const text = (value: Plain | undefined): string | undefined => (value === undefined ? undefined : String(value));

const given = (name: keyof Row, value: string | undefined): Row => (value === undefined ? {} : { [name]: value });

/** RFC 4180. */
const cell = (value: string): string => (/[",\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
