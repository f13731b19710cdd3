import { readdirSync } from 'node:fs';
import { SALES_ROUTING_PROFILE_ID, TEAM_GROUP_ARN } from '../../emulator/seed/demo';
import { blocksIn } from '../support/docs/blocks';
import { connectTo, createAgent } from '../support/emulator/test-emulator';
import { exampleNames, examplePath, exampleText } from '../support/terraform/examples';
import { type Module, Modules } from '../support/terraform/modules';

/**
 * Every example in HCL, and every block of HCL on a page, in one project, by the real terraform on the emulator. What needs the
 * AWS provider, what imports, and what is for terraform test stands in tests of its own; what needs a Terraform later than 1.11 is not tried here.
 */

const VARIABLES: Readonly<Record<string, NonNullable<Module['variables']>>> = {
  group_arn: { group_arn: TEAM_GROUP_ARN },
  first_password: { first_password: 'Correct-Horse-1' },
  agents: { agents: { 'amara.okafor': 'Basic Routing Profile', 'bruno.keller': 'Sales' } },
};

/** Programs for CDK for Terraform lie beside the HCL. */
const example = (name: string): Module => {
  const files = readdirSync(examplePath(name, '.')).filter((file) => file !== 'main.ts');
  return moduleOf(Object.fromEntries(files.map((file) => [file, exampleText(name, file).replace('file("', 'file("${path.module}/')])));
};

function moduleOf(files: Module['files']): Module {
  const text = Object.values(files).join('\n');
  const variables = Object.entries(VARIABLES).flatMap(([name, values]) => (text.includes(`variable "${name}"`) ? [values] : []));
  return { files, variables: Object.assign({}, ...variables), ...(!text.includes('resource "connect_user"') && { before: someone }) };
}

/** Whoever declares nobody looks somebody up. */
const someone: Module['before'] = ({ url }) =>
  createAgent(connectTo(url), 'ada.lovelace', { RoutingProfileId: SALES_ROUTING_PROFILE_ID, Tags: { site: 'Leeds' } });

const isApplied = (text: string): boolean => !/"aws_|provider "aws"|^import \{|^list "|^provider_installation|^run "/m.test(text);

const examples = exampleNames.filter((name) => isApplied(exampleText(name, 'main.tf')));
const inExamples = new Set(exampleNames.map((name) => exampleText(name, 'main.tf').trim()));
const blocks = blocksIn('hcl').filter(({ text }) => isApplied(text) && !inExamples.has(text.trim()));

describe('the HCL of all examples and pages', () => {
  let modules: Modules;
  const all: Readonly<Record<string, Module>> = Object.fromEntries([
    ...examples.map((name) => [name, example(name)]),
    ...blocks.map(({ page, line, text }) => [`${page.replace(/\W/g, '-')}-${line}`, moduleOf({ 'main.tf': text })]),
  ]);

  beforeAll(async () => {
    modules = await Modules.start(all);
  });
  afterAll(() => modules.close());

  it('is applied, and has nothing left to do then', async () => {
    const { project } = modules;
    await project.succeed('apply', '-auto-approve', '-input=false', '-no-color');
    expect((await project.run('plan', '-detailed-exitcode', '-input=false', '-no-color')).stdout).toContain('No changes.');
  });

  it('is taken down, and leaves nobody whom it made', async () => {
    await modules.project.succeed('destroy', '-auto-approve', '-input=false', '-no-color');
    const left = await Promise.all(
      Object.entries(modules.emulators).map(async ([name, { control }]) => {
        const users = (await control.state()).instances.flatMap((instance) => instance.users).length;
        return { name, users: users - (all[name]?.before ? 1 : 0) };
      }),
    );
    expect(left.filter(({ users }) => users !== 0)).toEqual([]);
  });
});
