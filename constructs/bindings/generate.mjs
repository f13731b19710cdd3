import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { namesIn, shape } from './shape.mjs';

/*
 * Generates the bindings of our schemas with the framework's own generator, one file for each
 * construct. Part of the build alone: needs development dependencies, and no terraform.
 */

/**
 * @param framework 'cdktf' or 'cdktn'
 * @param providerSchema of the provider's own configuration
 * @param bindings what there is beside the provider
 * @param schemaJson our schemas in the shape of `terraform providers schema -json`
 * @param directory is emptied first
 */
export async function generateBindings(framework, { providerSchema, bindings, schemaJson }, directory) {
  const [source] = Object.keys(schemaJson.provider_schemas);
  const generated = await mkdtemp(join(tmpdir(), 'bindings-'));
  await generator(framework, schemaJson, source).save(generated);
  // Between reading and writing both speak of `cdktf`: the rules below know one name.
  const read = async (module) =>
    (await readFile(join(generated, 'providers', source.split('/').at(-1), module, 'index.ts'), 'utf8')).replace(/\bcdktn\b/g, 'cdktf');
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  const write = (module, code) => writeFile(join(directory, `${module}.ts`), code.replace(/\bcdktf\b(?!-)/g, framework));
  const names = namesIn([providerSchema, ...bindings.map(({ schema }) => schema)]);
  const provider = tidy(await read('provider'), providerSchema.blocks).replace(/public (?=[gs]et alias\()/g, 'public override ');
  const providerCode = shape(provider, 'ConnectProvider', providerSchema, names);
  await write('provider', providerCode);
  const index = [exportedTypes('provider', 'ConnectProvider', providerCode)];
  for (const binding of bindings) {
    const { module } = binding.generated;
    const code = construct(tidy(await read(module), binding.schema.blocks), binding);
    const shaped = shape(code, binding.construct, binding.schema, names);
    await write(module, shaped);
    index.push(`export { ${binding.construct} } from './${module}';\n`, exportedTypes(module, binding.construct, shaped));
  }
  await write('index', index.join(''));
  await rm(generated, { recursive: true });
}

function generator(framework, schema, source) {
  // What the generator's packages do when they load: ask HashiCorp for news, and terraform for its version.
  process.env.CHECKPOINT_DISABLE = '1';
  delete process.env.TF_CLI_CONFIG_FILE;
  const require = createRequire(import.meta.url);
  const { TerraformProviderGenerator } = require(`@${framework}/provider-generator`);
  const { ConstructsMakerProviderTarget, TerraformProviderConstraint } = require(`@${framework}/commons`);
  const { CodeMaker } = require('codemaker');

  const result = new TerraformProviderGenerator(new CodeMaker(), schema);
  const constraint = new TerraformProviderConstraint(`${source}@${schema.provider_versions[source]}`);
  result.generate(new ConstructsMakerProviderTarget(constraint, 'typescript'));
  return result;
}

/** All else that a module has, as types alone, by name: tools cannot tell that `export type *` holds no values. */
function exportedTypes(module, name, code) {
  const names = [...code.matchAll(/^export (?:interface|class) (\w+)/gm)].map(([, one]) => one).filter((one) => one !== name);
  return `export type { ${names.join(', ')} } from './${module}';\n`;
}

const AT_SYNTH = 'Synth fails on values that Connect is certain to refuse.';

/** The class under our name, with our description, and with the checks of the schema at synth. */
const construct = (code, { type, schema, schemaFile, rules, construct: name, generated: { className } }) =>
  code
    .split('\n')
    .map((line) => (/^ *\* (?!@param options)/.test(line) ? line : line.replace(new RegExp(`\\b${className}(?=[A-Z]|\\b)`, 'g'), name)))
    .join('\n')
    .replace(
      new RegExp(`^( *\\* )(?:Represents a|Create a new) \`${type}\`.*`, 'gm'),
      (_, star) => `${star}${schema.description}\n${star}\n${star}${AT_SYNTH}`,
    )
    .replace(/^import \* as cdktf .*\n/m, (line) =>
      [
        line,
        ...Object.entries(rules).map(([rule, file]) => `import { ${rule} } from '../../custom-resources/${file}';\n`),
        ...(rules.importState ? [`import { asksOnceInStack } from '../once-in-stack';\n`] : []),
        `import { schema } from '../../custom-resources/${schemaFile}';\nimport { refuseAtSynth } from '../refusals';\n`,
      ].join(''),
    )
    .replace(/(public constructor\(scope: Construct, [^]*?\n)( {2}\}\n)/, (_, constructor, end) => {
      const names = Object.keys(rules).join(', ');
      return `${constructor}    refuseAtSynth(this, schema${names && `, { ${names} }`});\n${end}${rules.importState ? IMPORT : ''}`;
    });

/** CDKTF's own, but that one import of a stack asks for the version of terraform. */
const IMPORT = `
  public override importFrom(id: string, provider?: cdktf.TerraformProvider): void {
    asksOnceInStack(this, () => super.importFrom(id, provider));
  }
`;

/** Our descriptions of blocks, no links to a registry that does not have us, and `override` where we demand it. */
const tidy = (code, blocks) =>
  Object.entries(blocks)
    .reduce((text, [name, { description }]) => text.replaceAll(`* ${name} block\n`, `* ${description}\n`), code)
    .replace(/^\/\/ https:.*\n/, '')
    .replace(/^ *\/\*\*\n *\* @deprecated Write-only: .*\n *\*\/\n/gm, '')
    .replace(/^ *\*\n *\* Docs at Terraform Registry: .*\n/gm, '')
    .replace(/^ *\*\n *\* Please be aware that the id field .*\n.*\n/gm, '')
    .replace(/ Refer to the \{@link [^}]*\} in the documentation of this resource for the id to use/g, '')
    .replace(/\{@link https:\S+ ([^}]+)\}/g, '`$1`')
    .replace(/(protected|public) (?=synthesize(?:Hcl)?Attributes\()/g, '$1 override ')
    .replace(/(?<=constructor\(.*)protected (?=\w+:)/g, 'protected override ');
