import { type TerraformResource, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';

/**
 * Says that a resource below a construct had its address when the construct had another id.
 */
export function movedFrom(parent: Construct, previousId: string, resource: TerraformResource): void {
  const scope = parent.node.scope as Construct;
  if (previousId === parent.node.id || scope.node.tryFindChild(previousId))
    throw new Error(`[${parent.node.path}] cannot have been renamed from "${previousId}": that id is still in use.`);
  resource.moveFromId(addressBelow(scope, previousId, resource));
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
