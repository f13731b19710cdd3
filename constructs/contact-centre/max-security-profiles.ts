import { Annotations, type IAspect } from 'cdktf';
import type { IConstruct } from 'constructs';
import { originOf } from '../origin';
import { ConnectUser } from '../gen/user';

/** A policy: no user has more security profiles. `Aspects.of(app).add(new MaxSecurityProfiles(2))` makes synth fail on those who have. */
export class MaxSecurityProfiles implements IAspect {
  /** @param max 1 to 10; Connect itself takes up to 10 */
  constructor(private readonly max: number) {
    if (!Number.isInteger(max) || max < 1 || max > 10)
      throw new Error(`MaxSecurityProfiles takes a whole number from 1 to 10; got ${max}.`);
  }

  visit(node: IConstruct): void {
    if (!(node instanceof ConnectUser)) return;
    const count = node.securityProfileIdsInput?.length ?? 0;
    const origin = originOf(node);
    if (count > this.max)
      Annotations.of(node).addError(
        `The user has ${count} security profiles; the policy allows ${this.max}.${origin === undefined ? '' : ` (${origin})`}`,
      );
  }
}
