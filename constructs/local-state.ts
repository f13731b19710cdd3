import { Annotations, TerraformBackend, TerraformResource, type TerraformStack } from 'cdktf';

/** Terraform's time grows with the square of the number beyond any backend, but with a local file many times faster. */
const MANY = 1_000;

const warned = new WeakSet<TerraformStack>();

/** Terraform writes a local state file whole after each resource that it changes: of many agents, that is most of the time of an apply. */
export function warnOfLocalState(stack: TerraformStack): void {
  if (warned.has(stack)) return;
  const constructs = stack.node.findAll();
  const backend = constructs.find((construct) => TerraformBackend.isBackend(construct));
  if (backend !== undefined && backend.toMetadata().backend !== 'local') return;
  const agents = agentsIn(constructs.filter((construct) => TerraformResource.isTerraformResource(construct)));
  if (agents <= MANY) return;
  warned.add(stack);
  Annotations.of(stack).addWarning(
    `The stack has ${agents} agents, and its state is a local file. Terraform writes the whole file after each agent that it creates or ` +
      'changes, so a large apply takes many times as long. Give the stack a remote backend (S3Backend, PgBackend, HttpBackend ...), or split it by team. ' +
      'The guide docs/guides/scale.md of cdktf-amazon-connect tells how.',
  );
}

/** Users, or memberships of users that are declared elsewhere. */
function agentsIn(resources: readonly TerraformResource[]): number {
  const count = (type: string): number => resources.filter(({ terraformResourceType }) => terraformResourceType === type).length;
  return Math.max(count('connect_user'), count('connect_traffic_distribution_group_user'));
}
