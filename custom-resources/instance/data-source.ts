import type { Gateway, Id, Instance, ListedInstance } from '../../connect/gateway';
import { exactlyOneOf } from '../checking/exactly-one-of';
import { type Diagnostic, errorAt } from '../contract/diagnostic';
import type { DataSource, Reading } from '../contract/resource';
import { callFailed } from '../failures/diagnostics';
import { bareId, INSTANCE } from '../values/identifiers';
import { READ_TIMEOUT_MS } from '../waiting/timeouts';
import { type InstanceState, schema } from './data-source-schema';

export const instance: DataSource<InstanceState> = {
  type: 'connect_instance',
  schema,
  operations: { plan: { ListInstances: 'finds an instance by its alias', DescribeInstance: 'reads the instance' } },

  validate: ({ alias, id }) => exactlyOneOf({ alias, id }),

  async read(config, context): Promise<Reading<InstanceState>> {
    const connect = context.connect({ timeoutMs: READ_TIMEOUT_MS });
    const region = config.region ?? connect.region;
    const meant = config.id === null ? await idOf(config.alias ?? '', region, connect) : { id: bareId(INSTANCE, config.id) };
    if ('problem' in meant) return { diagnostics: [meant.problem] };
    const found = await connect.instances.find(meant.id, region);
    if (!found.ok) return { diagnostics: [callFailed(`reading the instance ${meant.id}`, found.failure)] };
    if (!found.value) return { diagnostics: [noneOfThatId(meant.id, region)] };
    return { state: stateOf(found.value, config, region) };
  },
};

/** The id of the one instance that has an alias. */
async function idOf(alias: string, region: string, connect: Gateway): Promise<{ readonly id: Id } | { readonly problem: Diagnostic }> {
  const listed = await connect.instances.list(region);
  if (!listed.ok) return { problem: callFailed(`looking for the instance "${alias}"`, listed.failure) };
  const [one, ...others] = listed.value.filter((candidate) => candidate.alias === alias);
  return one && others.length === 0 ? { id: one.id } : { problem: notOne(alias, region, listed.value, others.length + (one ? 1 : 0)) };
}

const stateOf = (found: Instance, config: InstanceState, region: string): InstanceState => ({
  alias: found.alias ?? config.alias,
  id: found.id,
  region,
  arn: found.arn,
  identity_management_type: found.identityManagement,
  status: found.status ?? null,
  inbound_calls_enabled: found.inboundCalls ?? null,
  outbound_calls_enabled: found.outboundCalls ?? null,
  access_url: found.accessUrl ?? null,
  service_role: found.serviceRole ?? null,
  created_time: found.createdAt === undefined ? null : new Date(found.createdAt).toISOString(),
  regions: found.regions,
  source_region: found.sourceRegion ?? null,
  global_sign_in_endpoint: found.globalSignInEndpoint ?? null,
});

function notOne(alias: string, region: string, all: readonly ListedInstance[], matching: number): Diagnostic {
  const has =
    all.map((candidate) => `${candidate.alias ? `"${candidate.alias}"` : 'one without an alias'} (${candidate.id})`).join(', ') || 'none';
  return errorAt(
    ['alias'],
    matching === 0 ? 'No such instance' : 'More than one such instance',
    `In ${region}, the account has ${matching === 0 ? 'no instance' : `${matching} instances`} with the alias "${alias}". Its instances there: ${has}. ${all.length > 0 ? 'Name one of them (by its id, if several have the alias), or check' : 'Check'} the Region and the account of the credentials.`,
  );
}

const noneOfThatId = (id: string, region: string): Diagnostic =>
  errorAt(
    ['id'],
    'No such instance',
    `There is no instance ${id} in ${region} for the credentials in use. Check the id, the "region" (here, or of the provider) and the account.`,
  );
