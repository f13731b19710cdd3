import type { Identity } from '../../custom-resources/contract/ledger';
import { type Clash, createdAndDestroyed, declaredTwice, givenUpAndTaken, keptAndDestroyed, wholeAndParts } from './diagnostics';

interface Claim {
  /** The Terraform type of the resource. */
  readonly type: string;
  /** Whether the thing is there after apply, or still that of the resource. */
  readonly stays: boolean;
  /** Whether the resource is changed in place: what it does not keep, such as a name, is given up, and nothing is destroyed. */
  readonly inPlace?: boolean;
  /** Whether the state holds the thing as that of the resource already. */
  readonly held?: boolean;
}

/**
 * What the resources of a plan intend with things. One can be declared once, and as a whole or in parts; and Terraform gives no
 * order between a resource that destroys a thing and another that creates it. To destroy what is declared twice is the way out.
 */
export class Claims {
  private readonly claims = new Map<string, { exclusive?: Claim; shared?: Claim }>();
  private readonly told = new Set<string>();

  /**
   * What stands against what a resource was, and what it is to be. The names of one thing lead to one message.
   * @param inPlace whether it is neither created, replaced nor destroyed
   */
  add(type: string, before: readonly Identity[], after: readonly Identity[], inPlace: boolean): readonly Clash[] {
    const kept = new Set(after.map(({ thing }) => thing));
    const held = new Set(before.map(({ thing }) => thing));
    // No attribute of the configuration names what is destroyed.
    const ending = before.filter(({ thing }) => !kept.has(thing)).map((identity) => ({ ...identity, path: undefined }));
    const claimed = (identities: readonly Identity[], stays: boolean): readonly Clash[] =>
      identities
        .flatMap((identity) => this.claim(identity, { type, stays, inPlace, held: held.has(identity.thing) }) ?? [])
        .filter(({ summary }, index, all) => all.findIndex((problem) => problem.summary === summary) === index);
    return [...claimed(ending, false), ...claimed(after, true)];
  }

  /** That of the resource which has it exclusively. */
  exclusive(thing: string): Claim | undefined {
    return this.claims.get(thing)?.exclusive;
  }

  private claim({ thing, use = 'exclusive', path }: Identity, claim: Claim): Clash | undefined {
    const claims = this.claims.get(thing) ?? {};
    this.claims.set(thing, claims);
    const other = claims[use];
    if (!other?.stays) claims[use] = claim;
    if (use === 'exclusive' && other && (other.stays || claim.stays)) {
      return { ...problemOf(other, claim)(thing), path };
    }
    const { exclusive, shared } = claims;
    if (!exclusive || !shared || !(exclusive.stays || shared.stays) || this.told.has(thing)) return undefined;
    this.told.add(thing);
    return { ...wholeAndParts(thing, exclusive.type, shared.type), path };
  }
}

/** What is wrong with two claims to one thing, of which one or both stay. */
function problemOf(...claims: readonly Claim[]): (thing: string) => Clash {
  const ending = claims.find(({ stays }) => !stays);
  if (ending === undefined) return declaredTwice;
  if (ending.inPlace) return givenUpAndTaken;
  return claims.some(({ stays, held }) => stays && held) ? keptAndDestroyed : createdAndDestroyed;
}
