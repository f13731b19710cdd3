import { constructId } from '../../constructs/contact-centre/construct-id';
import type { Adopted, AdoptedGroup } from '../model';
import { uniqueNames } from '../unique-names';
import { importsFile } from './typescript-imports';
import { quickConnectsModule } from './typescript-quick-connects';
import { importing, PACKAGE, property, text, valueText } from './typescript-text';

/** How a program declares its agents. */
export interface DeclaringAgents {
  /** The lines that import what it needs. */
  readonly imports: string;
  /** An expression that gives all agents. */
  readonly agents: string;
  /** Of the package, beside what every program needs. */
  readonly classes?: readonly string[];
}

/** For editors and `tsc`; tsx needs none of it. It finds files by their names without an extension, as a bundler does, whatever the package above says. */
const COMPILER = { strict: true, noEmit: true, skipLibCheck: true, target: 'es2022', module: 'esnext', moduleResolution: 'bundler' };

/** What every program has, however its agents are declared. */
export function programFiles(adopted: Adopted, declaring: DeclaringAgents): ReadonlyMap<string, string> {
  const { groups, quickConnects } = adopted;
  return new Map([
    ['main.ts', mainFile(adopted, declaring)],
    ...(groups.length > 0 ? [['groups.ts', groupsFile(adopted)] as const] : []),
    ...(quickConnects.length > 0 ? [['quick-connects.ts', quickConnectsModule(adopted)] as const] : []),
    ['imports.ts', importsFile(adopted)],
    ['tsconfig.json', `${JSON.stringify({ compilerOptions: COMPILER }, null, 2)}\n`],
    ['cdktf.json', `${JSON.stringify({ language: 'typescript', app: 'npx tsx main.ts', sendCrashReports: 'false' }, null, 2)}\n`],
  ]);
}

function mainFile(adopted: Adopted, { imports, agents, classes = [] }: DeclaringAgents): string {
  const { groups, quickConnects, instance, provider } = adopted;
  const [whole, parts] = [groups.filter((group) => group.whole), groups.filter((group) => !group.whole)];
  const tables = [
    ...(parts.length > 0 ? ['MEMBERSHIPS'] : []),
    ...(quickConnects.length > 0 ? ['QUICK_CONNECTS'] : []),
    'USERS',
    ...(whole.length > 0 ? ['WHOLE_GROUPS'] : []),
  ];
  return [
    importing(['App', 'TerraformStack'], 'cdktf'),
    importing(['type Agent', 'ConnectProvider', 'ContactCentre', ...classes], PACKAGE),
    importing(['Construct'], 'constructs'),
    imports,
    groups.length > 0 ? importing(['GROUPS'], './groups') : '',
    importing(tables, './imports'),
    quickConnects.length > 0 ? importing(['quickConnects'], './quick-connects') : '',
    `\nconst app = new App();\n`,
    `const stack = new TerraformStack(app, 'agents');\n`,
    `new ConnectProvider(stack, 'connect', ${valueText(provider)});\n`,
    `const contactCentre = ContactCentre.fromInstanceId(stack, 'contact-centre', ${text(instance.id)});\n\n`,
    `// A scope of their own: Terraform's addresses then tell "ada.l" from "adal".\n`,
    `const people = new Construct(stack, 'people');\n`,
    `const agents: readonly Agent[] = ${agents};\n`,
    groups.length > 0 || needsAgents(adopted) ? `const agentOf = new Map(agents.map((agent) => [agent.node.id, agent]));\n` : '',
    groups.length > 0 ? declaredGroups(adopted, whole, parts) : '',
    quickConnects.length > 0 ? declaredQuickConnects(adopted) : '',
    `\n// What is there already. Once applied, imports.ts, its import above, and all from here to app.synth() can go.\n`,
    `for (const agent of agents) {\n  const id = USERS[agent.node.id];\n  if (id !== undefined) agent.user.importFrom(id);\n`,
    parts.length > 0 ? IMPORT_MEMBERSHIPS : '',
    `}\n`,
    whole.length > 0 ? importEach('[group, users] of wholeGroups', 'WHOLE_GROUPS[group]', 'users') : '',
    quickConnects.length > 0
      ? importEach('quickConnect of declaredQuickConnects', 'QUICK_CONNECTS[quickConnect.node.id]', 'quickConnect')
      : '',
    `\napp.synth();\n`,
  ].join('');
}

const needsAgents = ({ quickConnects }: Adopted): boolean => quickConnects.some(({ state }) => state.user_config.length > 0);

/** Who is in which group, in a table that stays when the imports go. */
function groupsFile({ groups, agents, names }: Adopted): string {
  const key = uniqueNames(names).trafficDistributionGroup;
  const idOf = new Map(agents.map(({ userId, state }) => [userId, constructId(state.name)]));
  const lines = groups.map(({ id, userIds }) => {
    const members = userIds.map((user) => `    ${text(idOf.get(user) ?? user)},\n`).sort();
    return `  ${property(key(id))}: [\n${members.join('')}  ],\n`;
  });
  return `/** The agents of the traffic distribution groups, by the name of the group, or by its id where several have that name. */\nexport const GROUPS: Readonly<Record<string, readonly string[]>> = {\n${lines.join('')}};\n`;
}

function declaredGroups({ names }: Adopted, whole: readonly AdoptedGroup[], parts: readonly AdoptedGroup[]): string {
  const key = ({ id }: AdoptedGroup): string => text(uniqueNames(names).trafficDistributionGroup(id));
  const group = (one: AdoptedGroup): string => `contactCentre.trafficDistributionGroup(${key(one)})`;
  return [
    `const inGroup = (name: string): readonly Agent[] => (GROUPS[name] ?? []).flatMap((id) => agentOf.get(id) ?? []);\n`,
    ...parts.map((one) => `for (const agent of inGroup(${key(one)})) agent.joins(${group(one)});\n`),
    whole.length > 0
      ? `const wholeGroups = new Map([\n${whole.map((one) => `  [${key(one)}, ${group(one)}.ownsUsers(inGroup(${key(one)}))],\n`).join('')}]);\n`
      : '',
  ].join('');
}

const declaredQuickConnects = (adopted: Adopted): string =>
  `const declaredQuickConnects = quickConnects(stack, contactCentre${needsAgents(adopted) ? ', agentOf' : ''});\n`;

/** A membership has the id of its group for a construct id. */
const IMPORT_MEMBERSHIPS = `  for (const membership of agent.memberships) {
    const joined = MEMBERSHIPS[membership.node.id]?.[agent.node.id];
    if (joined !== undefined) membership.importFrom(joined);
  }
`;

const importEach = (each: string, id: string, resource: string): string =>
  `for (const ${each}) {\n  const id = ${id};\n  if (id !== undefined) ${resource}.importFrom(id);\n}\n`;
