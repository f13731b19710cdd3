import { TerraformElement, type TerraformResource, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { isInTree } from '../in-tree';
import { addressBelow, type Place } from './moved-from';

const ID = 'connect-handed-over';

interface HandedOverResource {
  readonly place: Place;
  readonly agent: Construct;
}

/** What Terraform is to forget in a stack, and not to destroy: another stack manages it from now on. */
class HandedOver extends TerraformElement {
  /** By the Terraform address. */
  private readonly resources = new Map<string, HandedOverResource>();

  static in(stack: TerraformStack): HandedOver {
    // That of another copy of this package does as well.
    return (stack.node.tryFindChild(ID) as HandedOver | undefined) ?? new HandedOver(stack, ID);
  }

  add(agent: Construct, place: Place, resource: TerraformResource): void {
    refuseWhoIsBack(place);
    const address = addressBelow(place.scope, place.id, resource);
    const other = this.resources.get(address)?.agent ?? agent;
    if (other !== agent && isInTree(other))
      throw new Error(
        `[${agent.node.path}] cannot have come from "${place.id}" of ${place.scope.node.path}: ${other.node.path} came from there.`,
      );
    this.resources.set(address, { place, agent });
  }

  override toTerraform(): object {
    // Agents who were taken out of the program leave.
    const present = [...this.resources].filter(([, { agent }]) => isInTree(agent));
    for (const [, { place }] of present) refuseWhoIsBack(place);
    const removed = present.map(([from]) => ({ from, lifecycle: { destroy: false } }));
    return removed.length > 0 ? { removed } : {};
  }

  /** CDK for Terraform would leave out what it does not know, and Terraform delete the agents. */
  override toHclTerraform(): object {
    throw new Error(
      `[${this.cdktfStack.node.path}] hands agents over to another stack, and only JSON can express that: synthesize without --hcl.`,
    );
  }
}

function refuseWhoIsBack({ scope, id }: Place): void {
  const back = scope.node.tryFindChild(id);
  if (back) throw new Error(`[${back.node.path}] is handed over to another stack, but is still declared here.`);
}

/** Lets the stack where an agent was forget the resource that it has there. */
export const handOver = (agent: Construct, from: Place, resource: TerraformResource): void =>
  HandedOver.in(TerraformStack.of(from.scope)).add(agent, from, resource);
