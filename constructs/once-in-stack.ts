import type { TerraformResource, TerraformStack } from 'cdktf';
import type { IValidation } from 'constructs';

/** The stacks that ask already. */
const asking = new WeakSet<TerraformStack>();

/**
 * Lets a stack ask once what `importFrom` makes each resource ask: CDKTF then runs `terraform version` at synth, which takes minutes
 * for 5,000 agents, and tells of an old Terraform as often.
 */
export function asksOnceInStack({ node, cdktfStack }: TerraformResource, importFrom: () => void): void {
  const add = (validation: IValidation): void => cdktfStack.node.addValidation(validation);
  node.addValidation = asking.has(cdktfStack) ? () => undefined : add;
  asking.add(cdktfStack);
  try {
    importFrom();
  } finally {
    // The method of the class is back.
    Reflect.deleteProperty(node, 'addValidation');
  }
}
