import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath, URL } from 'node:url';
import { commandPage } from './generator/command-page.mjs';
import { evaluate } from './generator/evaluate.mjs';
import { iamPage } from './generator/iam-page.mjs';
import { referencePage } from './generator/reference-page.mjs';
import { servedTable, withTable } from './generator/served-table.mjs';

/*
 * Writes the reference pages and the table of the README from what the provider itself says of its
 * schemas, its plans and its API calls: `node docs/generate.mjs [DIRECTORY]`, into this project unless told
 * otherwise. What no schema knows is written by hand in `parts/`. It may know custom-resources/, what
 * their constructs are called, the IAM actions of API operations, and the verbs of the command.
 */

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const { providerSchema, resources, dataSources, listResources, bindings, policyActions, knowsResources, verbs, spelled, HELP } =
  await evaluate(
    `export * from './custom-resources/index'; export * from './constructs/bindings/bindings'; export * from './connect/iam-actions'; export * from './cli/verbs'; export * from './cli/usage';`,
  );

/** What the provider serves, with what programs and pages call it. */
const served = bindings.map((binding) => ({
  ...(binding.kind === 'resource' ? resources : dataSources).find(({ type }) => type === binding.type),
  ...binding,
}));

/** A resource and a data source may have the same type; parts and examples of the data source say which is meant. */
const pageOf = (one) =>
  referencePage({ ...one, ...(one.kind === 'resource' ? { resource: one, list: listOf(one) } : { key: `data-${one.key}` }) });
const listOf = ({ type }) => listResources.find((list) => list.type === type);

const provider = {
  key: 'index',
  example: 'provider',
  kind: 'provider',
  type: 'connect',
  construct: 'ConnectProvider',
  schema: providerSchema,
};

const pages = {
  'docs/index.md': () => referencePage({ ...provider, table: servedTable(served, '') }),
  ...Object.fromEntries(served.map((one) => [`docs/${one.page}`, () => pageOf(one)])),
  'docs/guides/command-line.md': () => commandPage(verbs, { spelled, help: HELP }),
  'docs/iam-policy.md': () =>
    iamPage([...served, ...listResources.map((list) => ({ ...list, kind: 'list' }))], { policyActions, knowsResources }),
  'README.md': () => withTable(readFileSync(join(ROOT, 'README.md'), 'utf8'), servedTable(served, 'docs/')),
};

const directory = resolve(process.argv[2] ?? ROOT);
for (const [path, page] of Object.entries(pages)) {
  mkdirSync(dirname(join(directory, path)), { recursive: true });
  writeFileSync(join(directory, path), page());
}
