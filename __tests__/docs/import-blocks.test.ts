import { resources } from '../../custom-resources';
import { type Block, blocksIn, blocksOf } from '../support/docs/blocks';
import { runningProvider } from '../support/terraform/our-provider';
import { TerraformProject } from '../support/terraform/project';

/** What pages say of imports is about the example on the same page. */

const examplesOf = (page: string): string =>
  blocksOf(page).find(({ language, text }) => language === 'hcl' && text.includes('resource "'))?.text ?? '';

const imported = blocksIn('hcl').filter(({ text }) => text.startsWith('import {') && !text.includes('identity =')); // identities: Terraform 1.12
const commands = blocksIn('shell').flatMap(({ page, text }) =>
  [...text.matchAll(/^terraform import (\S+) (\S+)$/gm)].map(([, address = '', id = '']) => ({ page, address, id })),
);

it('the import blocks of all pages are valid beside the examples of their pages', async () => {
  const provider = await runningProvider();
  const project = new TerraformProject(provider.forProject());
  imported.forEach(({ page, text }, index) => {
    const name = `example${index}`;
    project.write(`${name}/main.tf`, examplesOf(page));
    project.write(`${name}.tf`, `module "${name}" {\n  source = "./${name}"\n}\n${text.replace(/ to = /, ` to = module.${name}.`)}`);
  });
  try {
    await project.succeed('get', '-no-color');
    expect((await project.succeed('validate', '-no-color')).stdout).toContain('The configuration is valid');
  } finally {
    project.remove();
    await provider.stop();
  }
});

it('the ids of all imports are such that the resource takes them', () => {
  const inBlocks = imported.map(({ page, text }: Block) => {
    const [, address = ''] = /to = (\S+)/.exec(text) ?? [];
    const [, id = ''] = /id = "(.*)"/.exec(text) ?? [];
    return { page, address, id };
  });
  const refused = [...inBlocks, ...commands].flatMap(({ page, address, id }) => {
    const { diagnostics = [] } = resources.find(({ type }) => type === address.split('.')[0])?.importState(id) ?? {};
    const declared = examplesOf(page).includes(`resource "${address.replace('.', '" "')}"`);
    return [...diagnostics.map(({ summary }) => `${page}: ${id}: ${summary}`), ...(declared ? [] : [`${page} declares no ${address}`])];
  });
  expect(refused).toEqual([]);
});
