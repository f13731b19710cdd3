import { type TerraformResource, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';

/** Where an agent was: below which scope, and with which construct id. */
export interface Place {
  readonly scope: Construct;
  readonly id: string;
}

/** Says that a resource below a construct had its address when the construct had another place in the stack. */
export function movedFrom(parent: Construct, { scope, id }: Place, resource: TerraformResource): void {
  const refused = `[${parent.node.path}] cannot have been renamed from "${id}"`;
  if (TerraformStack.of(scope) !== TerraformStack.of(parent))
    throw new Error(`${refused} of ${scope.node.path}: that is another stack. Use cameFrom.`);
  if (scope.node.tryFindChild(id)) throw new Error(`${refused}: that id is still in use.`);
  if (resource.hasResourceMove())
    throw new Error(
      `${refused}: it already moves from another place, and Terraform takes one move at a time. Remove the move that was applied before, such as an entry of the column renamed_from.`,
    );
  const from = addressBelow(scope, id, resource);
  // CDKTF leaves some ids out of addresses, as that of a scope "Default": nothing has moved then, and Terraform refuses to be told so.
  if (from !== `${resource.terraformResourceType}.${resource.friendlyUniqueId}`) resource.moveFromId(from);
}

/**
 * The Terraform address that a resource has where the construct around it has another scope and id. The stack tells it of constructs
 * of that id, which are made and taken out for it.
 */
export function addressBelow(scope: Construct, id: string, { node, terraformResourceType }: TerraformResource): string {
  const parent = new Construct(scope, id);
  const address = TerraformStack.of(parent).getLogicalId(new Construct(parent, node.id).node);
  // Its id is not the one given where that has a slash.
  scope.node.tryRemoveChild(parent.node.id);
  return `${terraformResourceType}.${address}`;
}
