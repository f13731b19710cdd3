import { Token } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { ConnectUser } from '../gen/user';
import { Policy } from '../policy';
import { bodyIn, type Body, type Written } from '../written-body';
import { said } from './expected';

/**
 * A policy: no user has more than this number of security profiles. With `Aspects.of(stack).add(new MaxSecurityProfiles(2))`, or `Aspects.of(app)`
 * for all stacks, synth fails if a user has more. A list that only Terraform will know is not counted.
 */
export class MaxSecurityProfiles extends Policy {
  /** @param max 1 to 10; Connect itself takes up to 10 */
  constructor(private readonly max: number) {
    super();
    if (!Number.isInteger(max) || max < 1 || max > 10)
      throw new Error(`MaxSecurityProfiles takes a whole number from 1 to 10; got ${said(max)}.`);
  }

  refusalOf(node: IConstruct): string | undefined {
    const ids = userIn(node)['security_profile_ids'];
    const count = Array.isArray(ids) && !Token.isUnresolved(ids) ? ids.length : 0;
    return count > this.max ? `The user has ${count} security profiles; the policy allows ${this.max}.` : undefined;
  }
}

/**
 * A policy: every user has `deletionProtection: true`. With `Aspects.of(stack).add(new RequireDeletionProtection())`, or `Aspects.of(app)` for all
 * stacks, synth fails if a user has not. A value that only Terraform will know is not checked.
 */
export class RequireDeletionProtection extends Policy {
  refusalOf(node: IConstruct): string | undefined {
    const body = userIn(node);
    if (Object.keys(body).length === 0 || !NOT_PROTECTED.has(body['deletion_protection'])) return undefined;
    return 'The user has no deletion protection; the policy asks for "deletionProtection: true".';
  }
}

/** All else is true, or known to Terraform alone. */
const NOT_PROTECTED: ReadonlySet<unknown> = new Set([undefined, null, false, 'false']);

/** What is written of a user, escape hatches included; nothing of one that has moved to where another construct declares it. */
const userIn = (node: IConstruct): Body => (isUser(node) ? bodyIn(node.toTerraform() as Written, node) : {});

/** A user of any copy of this package: in a repository of several packages each may have one. */
const isUser = (node: IConstruct): node is ConnectUser => 'terraformResourceType' in node && node.terraformResourceType === 'connect_user';
