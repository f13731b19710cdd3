import { constructId } from '../../constructs/contact-centre/construct-id';
import { uncovered } from '../../custom-resources/contract/visible';
import { idsOf } from '../ids';
import type { Adopted, AdoptedAgent, Grouping } from '../model';
import { type UniqueNames, uniqueNames } from '../unique-names';
import { agentProps } from './agent-props';
import { agentsTogether } from './grouping';
import { programFiles } from './typescript-program';
import { camelCase, importing, linesOf, PACKAGE, text } from './typescript-text';

/** A CDKTF program: an `Agent` for each, by file as `grouping` says, the import ids in a file of their own. */
export function typescriptFiles(adopted: Adopted, grouping: Grouping): ReadonlyMap<string, string> {
  const names = uniqueNames(adopted.names);
  const together = agentsTogether(adopted, grouping);
  const files = idsOf(together.keys(), '-');
  const modules = [...together].map(([group, agents]) => {
    const file = `agents-${files.get(group) ?? ''}`;
    const name = camelCase(file.replaceAll('-', '_'));
    return { file, name, code: moduleOf(name, group, agents, names) };
  });
  const imports = modules.map(({ name, file }) => `import { ${name} } from './${file}';\n`).join('');
  const agents = modules.map(({ name }) => `  ...${name}(people, contactCentre),\n`).join('');
  return new Map([
    ...programFiles(adopted, { imports, agents: `[\n${agents}]` }),
    ...modules.map(({ file, code }) => [`${file}.ts`, code] as const),
  ]);
}

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
    `/** ${uncovered(group).replaceAll('*/', '* /')} */\n`,
    `export const ${name} = (scope: Construct, contactCentre: ContactCentre): readonly Agent[] => [\n${bodies.join('')}];\n`,
  ].join('');
}
