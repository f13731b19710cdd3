import { Annotations, type IAspect, type IResolvable, Token } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { ConnectUser } from '../gen/user';
import { originOf } from '../origin';

/** A policy: no user has more security profiles. `Aspects.of(app).add(new MaxSecurityProfiles(2))` makes synth fail on those who have. */
export class MaxSecurityProfiles implements IAspect {
  /** @param max 1 to 10; Connect itself takes up to 10 */
  constructor(private readonly max: number) {
    if (!Number.isInteger(max) || max < 1 || max > 10)
      throw new Error(`MaxSecurityProfiles takes a whole number from 1 to 10; got ${max}.`);
  }

  visit(node: IConstruct): void {
    if (!isUser(node)) return;
    const ids = node.securityProfileIdsInput;
    const count = Token.isUnresolved(ids) ? 0 : (ids?.length ?? 0);
    if (count > this.max) refuse(node, `The user has ${count} security profiles; the policy allows ${this.max}.`);
  }
}

/**
 * A policy: every user has `deletionProtection: true`. `Aspects.of(app).add(new RequireDeletionProtection())` makes synth fail on
 * those who have not; a value that only Terraform will know is left to it.
 */
export class RequireDeletionProtection implements IAspect {
  visit(node: IConstruct): void {
    if (!isUser(node)) return;
    const given: boolean | IResolvable | undefined = node.deletionProtectionInput;
    if (given !== true && typeof given !== 'object')
      refuse(node, 'The user has no deletion protection; the policy asks for "deletionProtection: true".');
  }
}

const refuse = (user: ConnectUser, message: string): void => Annotations.of(user).addError(`${message}${originOf(user)}`);

/** A user of any copy of this package: in a repository of several packages each may have one. */
const isUser = (node: IConstruct): node is ConnectUser => 'terraformResourceType' in node && node.terraformResourceType === 'connect_user';
