import { TerraformElement, type TerraformResource, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { addressBelow } from './moved-from';

const ID = 'connect-handed-over';

/** What Terraform is to forget in a stack, and not to destroy: another stack manages it from now on. */
class HandedOver extends TerraformElement {
  private readonly addresses: string[] = [];
  private readonly places: { readonly scope: Construct; readonly id: string }[] = [];

  static in(stack: TerraformStack): HandedOver {
    // That of another copy of this package does as well.
    return (stack.node.tryFindChild(ID) as HandedOver | undefined) ?? new HandedOver(stack, ID);
  }

  add(scope: Construct, id: string, resource: TerraformResource): void {
    this.places.push({ scope, id });
    this.addresses.push(addressBelow(scope, id, resource));
  }

  override toTerraform(): object {
    const [back] = this.places.flatMap(({ scope, id }) => scope.node.tryFindChild(id) ?? []);
    if (back) throw new Error(`[${back.node.path}] is handed over to another stack, and declared here all the same.`);
    return { removed: this.addresses.map((from) => ({ from, lifecycle: { destroy: false } })) };
  }

  /** CDK for Terraform would leave out what it does not know, and Terraform delete the agents. */
  override toHclTerraform(): object {
    throw new Error(`[${this.cdktfStack.node.path}] hands agents over to another stack, which needs JSON: synthesize without --hcl.`);
  }
}

/** Lets the stack of a scope forget the resource that it has there below a construct with this id. */
export const handOver = (scope: Construct, id: string, resource: TerraformResource): void =>
  HandedOver.in(TerraformStack.of(scope)).add(scope, id, resource);
