import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/*
 * Generates the CDKTF bindings of our schemas with CDKTF's own generator, one file for each
 * construct. Part of the build alone: needs development dependencies, and no terraform.
 */

/** A class named plainly "User" would say too little in a program that has other providers' users. */
const CLASS_NAMES = { User: 'ConnectUser' };

/**
 * @param schema our schemas in the shape of `terraform providers schema -json`
 * @param directory is emptied first
 */
export async function generateBindings(schema, directory) {
  const [[source, provider]] = Object.entries(schema.provider_schemas);
  const name = source.split('/').at(-1);
  const generated = await mkdtemp(join(tmpdir(), 'bindings-'));
  await generator(schema, source).save(generated);
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  for (const [file, { block }] of schemasByFile(name, provider)) {
    const code = await readFile(join(generated, 'providers', name, file, 'index.ts'), 'utf8');
    await writeFile(join(directory, `${file}.ts`), tidy(code, block));
  }
  await rm(generated, { recursive: true });
}

function generator(schema, source) {
  // What the generator's packages do when they load: ask HashiCorp for news, and terraform for its version.
  process.env.CHECKPOINT_DISABLE = '1';
  delete process.env.TF_CLI_CONFIG_FILE;
  const require = createRequire(import.meta.url);
  const { TerraformProviderGenerator } = require('@cdktf/provider-generator');
  const { ConstructsMakerProviderTarget, TerraformProviderConstraint } = require('@cdktf/commons');
  const { CodeMaker } = require('codemaker');

  const result = new TerraformProviderGenerator(new CodeMaker(), schema);
  const constraint = new TerraformProviderConstraint(`${source}@${schema.provider_versions[source]}`);
  result.generate(new ConstructsMakerProviderTarget(constraint, 'typescript'));
  return result;
}

/** By the name that CDKTF gives to the module of each construct. */
const schemasByFile = (name, { provider, resource_schemas, data_source_schemas }) => [
  ['provider', provider],
  ...Object.entries(resource_schemas).map(([type, schema]) => [kebab(type.slice(name.length + 1)), schema]),
  ...Object.entries(data_source_schemas).map(([type, schema]) => [kebab(`data_${type}`), schema]),
];

const kebab = (type) => type.replaceAll('_', '-');

/** Our names, our descriptions of blocks, no links to a registry that does not have us, and `override` where we demand it. */
const tidy = (code, block) =>
  Object.entries(block.block_types)
    .reduce((text, [name, { block: { description } }]) => text.replaceAll(`* ${name} block\n`, `* ${description}\n`), code)
    .replace(/^\/\/ https:.*\n/, '')
    .replace(/^ *\*\n *\* Docs at Terraform Registry: .*\n/gm, '')
    .replace(/^ *\*\n *\* Please be aware that the id field .*\n.*\n/gm, '')
    .replace(/ Refer to the \{@link [^}]*\} in the documentation of this resource for the id to use/g, '')
    .replace(/\{@link https:\S+ ([^}]+)\}/g, '`$1`')
    .replace(/(protected|public) (?=synthesize(?:Hcl)?Attributes\(|[gs]et alias\()/g, '$1 override ')
    .replace(/(?<=constructor\(.*)protected (?=\w+:)/g, 'protected override ')
    .split('\n')
    .map(ourNames)
    .join('\n');

const ourNames = (line) =>
  /^ *\* (?!@param options)/.test(line)
    ? line
    : Object.entries(CLASS_NAMES).reduce((text, [from, to]) => text.replace(new RegExp(`\\b${from}(?=[A-Z]|\\b)`, 'g'), to), line);
