/* The agents that a synthesized stack declares, in the words in which programs declared them. */

export interface DeclaredAgent {
  readonly name: string;
  /** Its name where the program gave one, else its id, ARN or expression. */
  readonly routingProfile: string;
  readonly securityProfiles: readonly string[];
  /** The groups that it joins, or whose owner names it. */
  readonly memberOf: readonly string[];
}

type Body = Readonly<Record<string, unknown>>;
type Section = Readonly<Record<string, Readonly<Record<string, Body>>>>;

interface Things {
  readonly resource: Section;
  readonly data: Section;
}

/** @param json what `Testing.synth` or `cdktf synth` writes */
export function declaredAgents(json: string): readonly DeclaredAgent[] {
  const things = thingsIn(json);
  const { resource } = things;
  const groups = new Map<string, string[]>();
  const join = (user: unknown, group: unknown): void => {
    const address = /connect_user\.([\w-]+)\.\w+\}$/.exec(String(user))?.[1];
    if (address !== undefined) groups.set(address, [...(groups.get(address) ?? []), nameOf(things, group)]);
  };
  for (const one of bodies(resource, 'traffic_distribution_group_user')) join(one['user_id'], one['traffic_distribution_group_id']);
  for (const all of bodies(resource, 'traffic_distribution_group_users'))
    for (const user of list(all['user_ids'])) join(user, all['traffic_distribution_group_id']);
  return Object.entries(resource['connect_user'] ?? {}).map(([address, body]) => ({
    name: String(body['name']),
    routingProfile: nameOf(things, body['routing_profile_id']),
    securityProfiles: list(body['security_profile_ids']).map((profile) => nameOf(things, profile)),
    memberOf: groups.get(address) ?? [],
  }));
}

/** How an agent of `declaredAgents` has a thing that a test names: an expression by the name of what it refers to. */
export function calledIn(json: string): (text: string) => string {
  const things = thingsIn(json);
  return (text) => nameOf(things, text);
}

const thingsIn = (json: string): Things => ({ resource: {}, data: {}, ...JSON.parse(json) });

const bodies = (section: Section, type: string): readonly Body[] => Object.values(section[`connect_${type}`] ?? {});

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The name of a thing that an expression refers to: one that a data source looks up, or that the program declares. */
function nameOf({ resource, data }: Things, value: unknown): string {
  const [, lookedUp, type = '', address = ''] = /^\$\{(data\.)?(\w+)\.([\w-]+)\.\w+\}$/.exec(String(value)) ?? [];
  const name = (lookedUp === undefined ? resource : data)[type]?.[address]?.['name'];
  return typeof name === 'string' && !name.includes('${') ? name : String(value);
}
