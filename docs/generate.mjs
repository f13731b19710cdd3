import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { evaluate } from './generator/evaluate.mjs';
import { iamPage } from './generator/iam-page.mjs';
import { referencePage } from './generator/reference-page.mjs';

/*
 * Writes the reference pages from what the provider itself says of its schemas, its plans and its API
 * calls: `node docs/generate.mjs [DIRECTORY]`, into this folder unless told otherwise. What no schema
 * knows is written by hand in `parts/`. It may know custom-resources/ and the list of IAM actions.
 */

const DOCS = dirname(fileURLToPath(import.meta.url));

const { providerSchema, resources, dataSources, iamActions } = await evaluate(
  `export * from './custom-resources/index'; export { iamActions } from './connect/iam-actions';`,
);

const named = (list, type) => {
  const found = list.find((candidate) => candidate.type === type);
  if (!found) throw new Error(`The provider has no ${type}.`);
  return found;
};

const pages = {
  'index.md': () => referencePage({ key: 'index', example: 'provider', kind: 'provider', type: 'connect', construct: 'ConnectProvider', schema: providerSchema }),
  'resources/user.md': () => ofResource('user', 'ConnectUser'),
  'resources/traffic-distribution-group-user.md': () => ofResource('traffic-distribution-group-user', 'TrafficDistributionGroupUser'),
  'resources/traffic-distribution-group-users.md': () => ofResource('traffic-distribution-group-users', 'TrafficDistributionGroupUsers'),
  'data-sources/traffic-distribution-group.md': () => {
    const type = 'connect_traffic_distribution_group';
    const { schema } = named(dataSources, type);
    return referencePage({ key: 'traffic-distribution-group', kind: 'data source', type, construct: 'DataConnectTrafficDistributionGroup', schema });
  },
  'iam-policy.md': () => iamPage(iamActions),
};

function ofResource(key, construct) {
  const type = `connect_${key.replaceAll('-', '_')}`;
  const resource = named(resources, type);
  return referencePage({ key, kind: 'resource', type, construct, schema: resource.schema, resource });
}

const directory = resolve(process.argv[2] ?? DOCS);
for (const [path, page] of Object.entries(pages)) {
  mkdirSync(dirname(join(directory, path)), { recursive: true });
  writeFileSync(join(directory, path), page());
}
