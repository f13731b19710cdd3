import type { TerraformResource, TerraformStack } from 'cdktf';

/** The stacks in which a resource asks already. */
const asking = new WeakSet<TerraformStack>();

/**
 * Lets one resource of a stack ask what `importFrom` makes each of them ask: CDKTF then runs `terraform version` at synth, which takes
 * minutes for 5,000 agents, and tells of an old Terraform as often.
 */
export function asksOnceInStack({ node, cdktfStack }: TerraformResource, importFrom: () => void): void {
  if (asking.has(cdktfStack)) node.addValidation = () => undefined;
  asking.add(cdktfStack);
  importFrom();
  // The method of the class is back.
  Reflect.deleteProperty(node, 'addValidation');
}
