import { constructId } from '../../constructs/contact-centre/construct-id';
import { idsOf } from '../ids';
import type { Adopted, AdoptedAgent, Grouping } from '../model';
import { agentProps, type UniqueNames, uniqueNames } from './agent-props';
import { agentsTogether } from './grouping';
import { camelCase, linesOf, text, valueText } from './typescript-text';

/** A CDKTF program: an `Agent` for each, by file as `grouping` says, the import ids in a file of their own. */
export function typescriptFiles(adopted: Adopted, grouping: Grouping): ReadonlyMap<string, string> {
  const names = uniqueNames(adopted.names);
  const together = agentsTogether(adopted, grouping);
  const files = idsOf(together.keys(), '-');
  const modules = [...together].map(([group, agents]) => {
    const file = `agents-${files.get(group) ?? ''}`;
    return { file, name: camelCase(file.replaceAll('-', '_')), code: moduleOf(camelCase(file.replaceAll('-', '_')), group, agents, names) };
  });
  const imports = modules.map(({ name, file }) => `import { ${name} } from './${file}';\n`).join('');
  const agents = modules.map(({ name }) => `  ...${name}(people, contactCentre),\n`).join('');
  return new Map([...programFiles(adopted, imports, `[\n${agents}]`), ...modules.map(({ file, code }) => [`${file}.ts`, code] as const)]);
}

const PACKAGE = 'cdktf-amazon-connect';

const importing = (names: readonly string[], module: string): string => `import { ${names.join(', ')} } from ${text(module)};\n`;

/** Agents in code, as a function that declares them. */
export function moduleOf(name: string, group: string, agents: readonly AdoptedAgent[], names: UniqueNames): string {
  const bodies = agents.map((agent) => {
    const properties = linesOf(agentProps(agent, names), '    ');
    return `  new Agent(scope, ${text(constructId(agent.state.name))}, {\n    contactCentre,\n${properties}  }),\n`;
  });
  const used = ['Duration', 'Phone'].filter((word) => bodies.some((body) => body.includes(`${word}.`)));
  return [
    importing(['Agent', 'type ContactCentre', ...used], PACKAGE),
    `${importing(['type Construct'], 'constructs')}\n`,
    `/** ${group.replaceAll('*/', '* /')} */\n`,
    `export const ${name} = (scope: Construct, contactCentre: ContactCentre): readonly Agent[] => [\n${bodies.join('')}];\n`,
  ].join('');
}

/** What every program has, however its agents are declared. @param agents an expression that gives them all */
export function programFiles(adopted: Adopted, imports: string, agents: string, more: readonly string[] = []): ReadonlyMap<string, string> {
  const classes = ['type Agent', 'ConnectProvider', 'ContactCentre', ...more].sort((a, b) =>
    a.replace('type ', '') < b.replace('type ', '') ? -1 : 1,
  );
  const groups = adopted.groups.length > 0;
  return new Map([
    [
      'main.ts',
      [
        importing(['App', 'TerraformStack'], 'cdktf'),
        importing(classes, PACKAGE),
        importing(['Construct'], 'constructs'),
        imports,
        `import { ${groups ? 'MEMBERSHIPS, ' : ''}USERS${groups ? ', WHOLE_GROUPS' : ''} } from './imports';\n\n`,
        `const app = new App();\n`,
        `const stack = new TerraformStack(app, 'agents');\n`,
        `new ConnectProvider(stack, 'connect', ${valueText(adopted.provider)});\n`,
        `const contactCentre = ContactCentre.fromInstanceId(stack, 'contact-centre', ${text(adopted.instance.id)});\n\n`,
        `// A scope of their own: Terraform's addresses then tell "ada.l" from "adal".\n`,
        `const people = new Construct(stack, 'people');\n`,
        `const agents: readonly Agent[] = ${agents};\n`,
        groups ? `const agentOf = new Map(agents.map((agent) => [agent.node.id, agent]));\n` : '',
        ...adopted.groups.map(({ name, whole }) => groupCode(name, whole)),
        `\n// What is there already. Once applied, this and imports.ts can go.\n`,
        `for (const agent of agents) {\n  const id = USERS[agent.node.id];\n  if (id !== undefined) agent.user.importFrom(id);\n}\n`,
        groups ? IMPORT_MEMBERSHIPS : '',
        `\napp.synth();\n`,
      ].join(''),
    ],
    ['imports.ts', importsFile(adopted)],
    ['cdktf.json', `${JSON.stringify({ language: 'typescript', app: 'npx tsx main.ts', sendCrashReports: 'false' }, null, 2)}\n`],
  ]);
}

const groupCode = (name: string, whole: boolean): string => {
  const group = `contactCentre.trafficDistributionGroup(${text(name)})`;
  const members = `Object.keys(MEMBERSHIPS[${text(name)}] ?? {}).flatMap((id) => agentOf.get(id) ?? [])`;
  return whole
    ? `${group}.ownsUsers(${members}).importFrom(WHOLE_GROUPS[${text(name)}] ?? '');\n`
    : `for (const agent of ${members}) agent.joins(${group});\n`;
};

const IMPORT_MEMBERSHIPS = `for (const [group, members] of Object.entries(MEMBERSHIPS)) {
  if (group in WHOLE_GROUPS) continue;
  for (const [id, membership] of Object.entries(members)) agentOf.get(id)?.memberships.at(-1)?.importFrom(membership);
}
`;

function importsFile({ instance, agents, groups }: Adopted): string {
  const idOf = new Map(agents.map(({ userId, state }) => [userId, constructId(state.name)]));
  const table = (name: string, type: string, lines: readonly string[]): string =>
    `export const ${name}: Readonly<Record<string, ${type}>> = {\n${lines.join('')}};\n`;
  const users = agents.map(({ userId, state }) => `  ${text(constructId(state.name))}: ${text(`${instance.id}:${userId}`)},\n`).sort();
  const members = groups.map(({ id, name, userIds }) => {
    const lines = userIds.map((user) => `    ${text(idOf.get(user) ?? user)}: ${text(`${instance.id},${id},${user}`)},\n`);
    return `  ${text(name)}: {\n${lines.sort().join('')}  },\n`;
  });
  const whole = groups.filter((group) => group.whole).map(({ id, name }) => `  ${text(name)}: ${text(`${instance.id},${id}`)},\n`);
  return [
    `/** The import ids of users, by the id of the agent. */\n${table('USERS', 'string', users)}`,
    ...(groups.length > 0
      ? [
          `/** Who is in which group, with the import id of the membership. */\n${table('MEMBERSHIPS', 'Readonly<Record<string, string>>', members)}`,
          `/** The import ids of groups whose users are owned as a whole. */\n${table('WHOLE_GROUPS', 'string', whole)}`,
        ]
      : []),
  ].join('\n');
}
