import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath, URL } from 'node:url';
import { commandPage } from './generator/command-page.mjs';
import { evaluate } from './generator/evaluate.mjs';
import { iamPage } from './generator/iam-page.mjs';
import { referencePage } from './generator/reference-page.mjs';
import { servedTable } from './generator/served-table.mjs';
import { troubleshootingPage } from './generator/troubleshooting-page.mjs';

/*
 * Writes the reference pages from what the provider itself says of its
 * schemas, its plans and its API calls: `node docs/generate.mjs [DIRECTORY]`, into this project unless told
 * otherwise. What no schema knows is written by hand in `parts/`. It may know custom-resources/, what
 * their constructs are called, the IAM actions of API operations, and the verbs of the command.
 */

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const { providerSchema, resources, dataSources, listResources, adoptOperations, bindings, policyActions, knowsResources, ...others } =
  await evaluate(
    [
      'custom-resources/index',
      'custom-resources/failures/diagnostics',
      'custom-resources/failures/connection-advice',
      'constructs/bindings/bindings',
      'connect/iam-actions',
      'adopt/operations',
      'cli/verbs',
      'cli/usage',
    ]
      .map((file) => `export * from './${file}';`)
      .join('\n'),
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
  'docs/index.md': () => referencePage({ ...provider, table: servedTable(served) }),
  ...Object.fromEntries(served.map((one) => [`docs/${one.page}`, () => pageOf(one)])),
  'docs/troubleshooting.md': () => troubleshootingPage(others),
  'docs/guides/command-line.md': () => commandPage(others.verbs, { spelled: others.spelled, help: others.HELP }),
  'docs/iam-policy.md': () =>
    iamPage([...served, ...listResources.map((list) => ({ ...list, kind: 'list' }))], { adoptOperations, policyActions, knowsResources }),
};

const directory = resolve(process.argv[2] ?? ROOT);
for (const [path, page] of Object.entries(pages)) {
  mkdirSync(dirname(join(directory, path)), { recursive: true });
  writeFileSync(join(directory, path), page());
}
