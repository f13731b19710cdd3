import type { Json, JsonObject } from '../read/json';
import { isKnown, type Plan, UNKNOWN } from '../read/plan';
import type { KeyOf } from './memberships';
import { lastPart, type Names } from './names';
import { addressKey, type Users } from './users';
import type { Label } from './user-changes';

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
      ...plan.changes.flatMap(({ address, before, after }) => ((after ?? before) ? [[address, { ...before, ...after }] as const] : [])),
    ]);
    for (const address of this.byAddress.keys()) {
      const whole = /^(.*)\[(?:"(?:[^"\\]|\\.)*"|\d+)\]$/s.exec(address)?.[1];
      if (whole === undefined) continue;
      const instances = this.instances.get(whole) ?? [];
      this.instances.set(whole, instances);
      instances.push(address);
    }
  }

  /** Users and groups by a key that is the same wherever they are named. */
  readonly keyOf: KeyOf = ({ address }, attribute, values) => {
    const value = values[attribute];
    if (isKnown(value)) return [lastPart(value)];
    return this.referred(address, attribute).flatMap((target) => {
      const user = this.users.at(this.plan.stack, target);
      if (user) return user.key;
      const { traffic_distribution_group_id: group, user_id: account, id } = this.byAddress.get(target) ?? {};
      const known = [group, account, id].find(isKnown);
      if (known !== undefined) return lastPart(known);
      if (attribute === 'user_ids') return [];
      const key = addressKey(this.plan.stack, target);
      this.names.add(key, this.nameAt(target));
      return key;
    });
  };

  /** For a resource at `address`: the values of its attributes, as names where they are ids. */
  labelAt(address: string): Label {
    return (attribute, value) => {
      if (value === UNKNOWN) {
        const names = this.referred(address, attribute).map((target) => this.nameAt(target));
        return names.length > 0 ? names.join(', ') : UNKNOWN;
      }
      return this.label(value);
    };
  }

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
