// Writes the part of the Amazon Connect API model that the emulator speaks, without documentation, and the paths of the rest.
// Usage: node emulator/model/extract.mjs FROM TO   (FROM is a botocore service-2.json)
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';

const OPERATIONS = `
  CreateUser DescribeUser DeleteUser ListUsers SearchUsers UpdateUserIdentityInfo UpdateUserPhoneConfig
  UpdateUserConfig UpdateUserRoutingProfile UpdateUserSecurityProfiles UpdateUserHierarchy
  AssociateUserProficiencies UpdateUserProficiencies DisassociateUserProficiencies ListUserProficiencies
  TagResource UntagResource ListTagsForResource
  AssociateTrafficDistributionGroupUser DisassociateTrafficDistributionGroupUser ListTrafficDistributionGroupUsers
  ListTrafficDistributionGroups DescribeTrafficDistributionGroup CreateTrafficDistributionGroup
  DeleteTrafficDistributionGroup GetTrafficDistribution UpdateTrafficDistribution
  CreateQuickConnect DescribeQuickConnect ListQuickConnects SearchQuickConnects DeleteQuickConnect
  UpdateQuickConnectConfig UpdateQuickConnectName
  CreateQueue DescribeQueue DeleteQueue ListQueues UpdateQueueName UpdateQueueStatus UpdateQueueHoursOfOperation
  UpdateQueueMaxContacts UpdateQueueOutboundCallerConfig
  ListQueueQuickConnects AssociateQueueQuickConnects DisassociateQueueQuickConnects
  ListInstances DescribeInstance DescribeInstanceAttribute DescribePredefinedAttribute ListPredefinedAttributes
  ListAgentStatuses PutUserStatus GetCurrentUserData
  CreateRoutingProfile DescribeRoutingProfile DeleteRoutingProfile ListRoutingProfiles UpdateRoutingProfileName
  UpdateRoutingProfileConcurrency UpdateRoutingProfileDefaultOutboundQueue UpdateRoutingProfileAgentAvailabilityTimer
  ListRoutingProfileQueues AssociateRoutingProfileQueues DisassociateRoutingProfileQueues UpdateRoutingProfileQueues
  CreateSecurityProfile DescribeSecurityProfile DeleteSecurityProfile ListSecurityProfiles UpdateSecurityProfile
  ListSecurityProfilePermissions
  CreateUserHierarchyGroup DescribeUserHierarchyGroup DeleteUserHierarchyGroup ListUserHierarchyGroups
  SearchUserHierarchyGroups UpdateUserHierarchyGroupName DescribeUserHierarchyStructure UpdateUserHierarchyStructure
  CreateHoursOfOperation DescribeHoursOfOperation DeleteHoursOfOperation ListHoursOfOperations UpdateHoursOfOperation`
  .trim()
  .split(/\s+/);

// The service may throttle with this code although no operation above declares it.
const UNDECLARED_ERRORS = ['TooManyRequestsException'];

const SHAPE_KEYS = ['type', 'required', 'min', 'max', 'pattern', 'enum', 'sensitive', 'error'];
const REFERENCE_KEYS = ['shape', 'location', 'locationName', 'idempotencyToken'];

const pick = (from, keys) => Object.fromEntries(keys.filter((key) => from[key] !== undefined).map((key) => [key, from[key]]));

export function extract(model) {
  const shapes = {};
  const operations = {};

  const visit = (name) => {
    if (shapes[name]) return;
    const source = model.shapes[name];
    if (!source) throw new Error(`the model has no shape ${name}`);
    const shape = pick(source, SHAPE_KEYS);
    shapes[name] = shape;
    if (source.members)
      shape.members = Object.fromEntries(Object.entries(source.members).map(([key, reference]) => [key, visitReference(reference)]));
    for (const part of ['member', 'key', 'value']) if (source[part]) shape[part] = visitReference(source[part]);
  };
  const visitReference = (reference) => {
    visit(reference.shape);
    return pick(reference, REFERENCE_KEYS);
  };

  for (const name of OPERATIONS) {
    const source = model.operations[name];
    if (!source) throw new Error(`the model has no operation ${name}`);
    const errors = (source.errors ?? []).map((error) => error.shape);
    operations[name] = {
      method: source.http.method,
      requestUri: source.http.requestUri,
      ...(source.input && { input: source.input.shape }),
      ...(source.output && { output: source.output.shape }),
      errors,
    };
    for (const shape of [operations[name].input, operations[name].output, ...errors]) if (shape) visit(shape);
  }
  UNDECLARED_ERRORS.forEach(visit);

  const served = new Set(OPERATIONS);
  const others = Object.entries(model.operations)
    .filter(([name]) => !served.has(name))
    .map(([name, { http }]) => [name, { method: http.method, requestUri: http.requestUri }]);

  const sorted = Object.fromEntries(Object.entries(shapes).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    apiVersion: model.metadata.apiVersion,
    operations,
    otherOperations: Object.fromEntries(others.sort(([a], [b]) => (a < b ? -1 : 1))),
    shapes: sorted,
  };
}

/** One line for each operation and shape, so that a change of the model is a readable diff. */
export function format({ apiVersion, operations, otherOperations, shapes }) {
  const block = (entries) =>
    Object.entries(entries)
      .map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
      .join(',\n');
  return `{\n  "apiVersion": ${JSON.stringify(apiVersion)},\n  "operations": {\n${block(operations)}\n  },\n  "otherOperations": {\n${block(otherOperations)}\n  },\n  "shapes": {\n${block(shapes)}\n  }\n}\n`;
}

const [, script, from, to] = process.argv;
if (script?.endsWith('extract.mjs')) {
  if (!from || !to) {
    process.stderr.write('usage: node emulator/model/extract.mjs FROM TO\n');
    process.exit(2);
  }
  writeFileSync(to, format(extract(JSON.parse(readFileSync(from, 'utf8')))));
}
