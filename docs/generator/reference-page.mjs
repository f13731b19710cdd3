import { effects } from './effects.mjs';
import { example, frontMatter, NOTICE, page, part } from './files.mjs';
import { firstSentence } from './served-table.mjs';

const LABEL = { provider: 'Provider', resource: 'Resource', 'data source': 'Data Source' };

/**
 * The reference page of a provider, resource or data source, in the order of Terraform's registry.
 * @param key names the parts and, unless `example` does, the example
 * @param list what `terraform query` takes, where it can list such resources
 * @param table of all that the provider serves, for its own page
 * @param resource whose plan tells what changes do; left out for what has no changes
 */
export function referencePage({ key, example: exampleKey = key, kind, type, construct, schema, resource, list: query, table }) {
  const { timeouts, ...blocks } = schema.blocks;
  return page([
    frontMatter({
      title: `${type} ${LABEL[kind]}${kind === 'provider' ? '' : ' - connect'}`,
      description: firstSentence(schema.description),
    }),
    NOTICE,
    `# ${type} ${kind === 'provider' ? LABEL[kind] : `(${LABEL[kind]})`}`,
    schema.description,
    `In Terraform it is the ${kind} \`${type}\`, in CDK for Terraform the construct \`${construct}\`, whose properties have the same names in camel case.`,
    part(key, 'about'),
    table,
    '## Example Usage',
    `\`\`\`typescript\n${example(exampleKey, 'main.ts')}\n\`\`\``,
    `\`\`\`hcl\n${example(exampleKey, 'main.tf')}\n\`\`\``,
    '## Argument Reference',
    list('Required', schema.attributes, ({ presence }) => presence === 'required'),
    list('Optional', schema.attributes, ({ presence }) => presence.startsWith('optional')),
    Object.keys(blocks).length > 0 && ['### Blocks', ...Object.entries(blocks).flatMap(block)],
    resource && ['### What a change does', effects(resource)],
    part(key, 'arguments'),
    list('Attribute Reference', schema.attributes, ({ presence }) => presence === 'computed', '##'),
    part(key, 'attributes'),
    timeouts && ['## Timeouts', timeouts.description, lines(timeouts.attributes)],
    part(key, 'import') && ['## Import', part(key, 'import')],
    resource && identitySection(resource),
    query && querySection(query),
    part(key, 'see-also'),
  ]);
}

const identitySection = ({ type, identity: { attributes } }) => [
  '## Identity',
  `Terraform 1.12 and later keep in the state which thing this is, and take it in place of the id of an [import](../guides/identity.md):`,
  hcl('import', [
    `to = ${type}.name`,
    'identity = {',
    ...aligned(Object.entries(attributes).flatMap(([name, { required }]) => (required ? [[name, '"..."']] : []))).map((one) => `  ${one}`),
    '}',
  ]),
  lines(Object.fromEntries(Object.entries(attributes).map(([name, one]) => [name, textual(one)]))),
];

const textual = ({ required, description }) => ({ type: 'string', presence: required ? 'required' : 'optional', description });

const querySection = ({ type, schema: { description, attributes } }) => [
  '## Query',
  `Terraform 1.14 and later [list](../guides/identity.md#what-there-is) them. ${description}`,
  hcl(`list "${type}" "all"`, [
    'provider = connect',
    'config {',
    ...aligned(Object.entries(attributes).flatMap(([name, { presence }]) => (presence === 'required' ? [[name, '"..."']] : []))).map(
      (one) => `  ${one}`,
    ),
    '}',
  ]),
  lines(attributes),
];

const hcl = (block, body) => `\`\`\`hcl\n${block} {\n${body.map((one) => `  ${one}`).join('\n')}\n}\n\`\`\``;

function aligned(pairs) {
  const width = Math.max(...pairs.map(([name]) => name.length));
  return pairs.map(([name, value]) => `${name.padEnd(width)} = ${value}`);
}

function list(title, attributes, isMeant, level = '###') {
  const meant = Object.fromEntries(Object.entries(attributes).filter(([, attribute]) => isMeant(attribute)));
  return Object.keys(meant).length > 0 ? [`${level} ${title}`, lines(meant, false)] : [];
}

const block = ([name, { nesting, min = 0, max, description, attributes }]) => [
  `#### \`${name}\``,
  `${description} ${count(nesting, min, max)}`,
  lines(attributes),
];

function count(nesting, min, max) {
  if (max === 1 || nesting === 'single') return min > 0 ? 'One such block.' : 'At most one such block.';
  const most = max === undefined ? 'Any number of such blocks' : `Up to ${max} such blocks`;
  return `${most}${min > 0 ? `, at least ${min}` : ''}${nesting === 'set' ? ', in any order' : ''}.`;
}

const lines = (attributes, marked = true) =>
  Object.entries(attributes)
    .map((entry) => line(entry, marked))
    .join('\n');

/** @param marked whether to say what is required: not where a heading says it */
function line([name, { type, presence, sensitive, writeOnly, description }], marked) {
  const marks = [
    typeName(type),
    marked && presence === 'required' && 'required',
    sensitive && 'sensitive',
    writeOnly && 'write-only',
  ].filter(Boolean);
  return `- \`${name}\` (${marks.join(', ')}): ${description}`;
}

function typeName(type) {
  if (typeof type === 'string') return type;
  if ('object' in type) return 'object';
  const [[collection, element]] = Object.entries(type);
  return `${collection} of ${typeName(element)}s`;
}
