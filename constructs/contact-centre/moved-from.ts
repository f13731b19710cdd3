import { type TerraformResource, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';

/**
 * Says that a resource below a construct had its address when the construct had another id. What
 * address that was, the stack tells of constructs of that id, which are made and taken out for it.
 */
export function movedFrom(parent: Construct, previousId: string, resource: TerraformResource): void {
  const scope = parent.node.scope as Construct;
  if (previousId === parent.node.id || scope.node.tryFindChild(previousId))
    throw new Error(`[${parent.node.path}] cannot have been renamed from "${previousId}": that id is still in use.`);
  const past = new Construct(scope, previousId);
  const address = TerraformStack.of(parent).getLogicalId(new Construct(past, resource.node.id).node);
  scope.node.tryRemoveChild(previousId);
  resource.moveFromId(`${resource.terraformResourceType}.${address}`);
}
