import { Annotations, type IAspect, type IResolvable } from 'cdktf';
import type { IConstruct } from 'constructs';
import { ConnectUser } from '../gen/user';
import { originOf } from '../origin';

/**
 * A policy: every user has `deletionProtection: true`. `Aspects.of(app).add(new RequireDeletionProtection())` makes synth fail on
 * those who have not; a value that only Terraform will know is left to it.
 */
export class RequireDeletionProtection implements IAspect {
  visit(node: IConstruct): void {
    if (!(node instanceof ConnectUser)) return;
    const given: boolean | IResolvable | undefined = node.deletionProtectionInput;
    if (given === true || typeof given === 'object') return;
    const origin = originOf(node);
    Annotations.of(node).addError(
      `The user has no deletion protection; the policy asks for "deletionProtection: true".${origin === undefined ? '' : ` (${origin})`}`,
    );
  }
}
