import { isList, type Json, type JsonObject } from '../read/json';
import { isKnown, type Plan, UNKNOWN } from '../read/plan';
import { isSensitive, SENSITIVE } from '../read/redact';
import { isReplacedByItself } from './itself';
import type { KeyOf } from './memberships';
import { lastPart, type Names } from './names';
import { addressKey, type Users } from './users';
import type { Label } from './user-changes';

/** What a resource has several of. */
const LISTS = /^(security_profile|queue)_ids?$/;

/** Finds out what the attributes of one stack's resources name: by id, or, before there is an id, by what the configuration refers to. */
export class Resolver {
  private readonly byAddress: ReadonlyMap<string, JsonObject>;
  /** Addresses with an index, by what stands before it. */
  private readonly instances = new Map<string, string[]>();

  constructor(
    private readonly plan: Plan,
    private readonly users: Users,
    private readonly names: Names,
  ) {
    this.byAddress = new Map([
      ...plan.state.map(({ address, values }) => [address, values] as const),
      ...plan.changes.flatMap((change) => {
        const { address, before, after } = change;
        const values = isReplacedByItself(change) ? { ...after, ...before } : { ...before, ...after };
        return (after ?? before) ? [[address, values] as const] : [];
      }),
    ]);
    for (const address of this.byAddress.keys()) {
      const whole = /^(.*)\[(?:"(?:[^"\\]|\\.)*"|\d+)\]$/s.exec(address)?.[1];
      if (whole === undefined) continue;
      const instances = this.instances.get(whole) ?? [];
      this.instances.set(whole, instances);
      instances.push(address);
    }
  }

  /**
   * Users and groups by a key that is the same wherever they are named. What refers to one of several, by a key that only Terraform knows,
   * is about the one whose id is not known yet; where that may be several, about nobody who has a name.
   */
  readonly keyOf: KeyOf = ({ address }, attribute, values) => {
    const value = values[attribute];
    if (isKnown(value)) return [lastPart(value)];
    if (isSensitive(value)) return secretKeys(addressKey(this.plan.stack, address), attribute, String(value));
    const targets = this.referred(address, attribute);
    const fresh = targets.filter((target) => !isKnown(this.byAddress.get(target)?.user_id));
    if (attribute === 'user_ids')
      return (isList(value) && value.some(isKnown) ? fresh : targets).flatMap((target) => this.keyAt(target) ?? []);
    const meant = fresh.length > 0 ? fresh : targets;
    if (meant.length < 2) return meant.map((target) => this.keyAt(target) ?? this.named(target, this.nameAt(target)));
    return [this.named(address, attribute === 'user_id' ? address : meant.map((target) => this.nameAt(target)).join(' or '))];
  };

  /** Of a resource that the plan or the state shows with its id, or of a user. */
  private keyAt(target: string): string | undefined {
    const user = this.users.at(this.plan.stack, target);
    if (user) return user.key;
    const { traffic_distribution_group_id: group, user_id: account, id } = this.byAddress.get(target) ?? {};
    const known = [group, account, id].find(isKnown);
    return known === undefined ? undefined : lastPart(known);
  }

  private named(address: string, name: string): string {
    const key = addressKey(this.plan.stack, address);
    this.names.add(key, name);
    return key;
  }

  /** For a resource at `address`: the values of its attributes, as names where they are ids. */
  readonly labelAt =
    (address: string): Label =>
    (attribute, value) => {
      if (value === UNKNOWN) {
        const names = [...new Set(this.referred(address, attribute).map((target) => this.nameAt(target)))];
        return names.length > 0 ? names.join(LISTS.test(attribute) ? ', ' : ' or ') : UNKNOWN;
      }
      return this.label(value);
    };

  private label(value: Json): string {
    return typeof value === 'string' ? this.names.of(value) : typeof value === 'object' ? JSON.stringify(value) : String(value);
  }

  private referred(address: string, attribute: string): readonly string[] {
    const spellings = this.plan.references.of(address, attribute);
    const candidates = spellings.length > 0 ? spellings : this.plan.references.of(address, `${attribute}s`);
    return candidates.flatMap(
      (targets) => targets.find((target) => this.byAddress.has(target)) ?? this.instances.get(targets.at(-1) ?? '') ?? targets.at(-1) ?? [],
    );
  }

  private nameAt(target: string): string {
    const name = this.byAddress.get(target)?.name;
    return isKnown(name) ? name : target;
  }
}

/**
 * A secret id is a group that nobody can name, or the user of this resource; another one after the change if it is. Of the users of a whole
 * group nothing can be told.
 */
function secretKeys(resource: string, attribute: string, value: string): readonly string[] {
  if (attribute === 'user_ids') return [];
  return [attribute === 'user_id' ? `${resource}${value === SENSITIVE ? '' : ' (another user)'}` : value];
}
