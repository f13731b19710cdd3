import type { Diagnostic } from '../../custom-resources/contract/diagnostic';
import type { Identity } from '../../custom-resources/contract/ledger';
import { createdAndDestroyed, declaredTwice, wholeAndParts } from './diagnostics';

interface Claim {
  /** The Terraform type of the resource. */
  readonly type: string;
  /** Whether the thing is there after apply. */
  readonly stays: boolean;
}

/**
 * What the resources of a plan intend with things. One can be declared once, and as a whole or in parts; and Terraform gives no
 * order between a resource that destroys a thing and another that creates it. To destroy what is declared twice is the way out.
 */
export class Claims {
  private readonly claims = new Map<string, { exclusive?: Claim; shared?: Claim }>();
  private readonly told = new Set<string>();

  /** What stands against what a resource was, and what it is to be. */
  add(type: string, before: readonly Identity[], after: readonly Identity[]): readonly Diagnostic[] {
    const stays = new Set(after.map(({ thing }) => thing));
    // What is destroyed is no longer named by an attribute of the configuration.
    const ending = before.filter(({ thing }) => !stays.has(thing)).map(({ thing, use }) => ({ thing, use }));
    return [...this.claimAll(ending, { type, stays: false }), ...this.claimAll(after, { type, stays: true })];
  }

  /** Whether a resource has it exclusively, and whether it stays. */
  exclusive(thing: string): Claim | undefined {
    return this.claims.get(thing)?.exclusive;
  }

  /** The names of one thing lead to one message. */
  private claimAll(identities: readonly Identity[], claim: Claim): readonly Diagnostic[] {
    const problems = new Map<string, Diagnostic>();
    for (const { thing, use, path } of identities) {
      const problem = use === 'shared' ? this.share(thing, claim) : this.own(thing, claim);
      if (problem && !problems.has(problem.summary)) problems.set(problem.summary, path ? { ...problem, path } : problem);
    }
    return [...problems.values()];
  }

  private own(thing: string, claim: Claim): Diagnostic | undefined {
    const { exclusive: other, shared } = this.claims.get(thing) ?? {};
    this.claims.set(thing, { exclusive: other?.stays ? other : claim, shared });
    if (other?.stays && claim.stays) return declaredTwice(thing);
    return other?.stays || (other && claim.stays) ? createdAndDestroyed(thing) : this.compare(thing);
  }

  private share(thing: string, claim: Claim): Diagnostic | undefined {
    const { exclusive, shared: other } = this.claims.get(thing) ?? {};
    this.claims.set(thing, { exclusive, shared: other?.stays ? other : claim });
    return this.compare(thing);
  }

  /** The same for all who share it: once is enough. */
  private compare(thing: string): Diagnostic | undefined {
    const { exclusive, shared } = this.claims.get(thing) ?? {};
    if (!exclusive || !shared || !(exclusive.stays || shared.stays) || this.told.has(thing)) return undefined;
    this.told.add(thing);
    return wholeAndParts(thing, exclusive.type, shared.type);
  }
}
