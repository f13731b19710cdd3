import { Instance, type InstanceRecord } from './instance';

/** Everything at rest, as the state file holds it. */
export interface WorldRecord {
  readonly account: string;
  /** The emulator's time when this was written; the clock never falls behind it. */
  readonly time: number;
  readonly instances: readonly InstanceRecord[];
}

/** One AWS account with its instances. */
export class World {
  private readonly instances = new Map<string, Instance>();

  constructor(
    readonly account: string,
    instances: Iterable<Instance>,
  ) {
    for (const instance of instances) this.instances.set(instance.facts.id, instance);
  }

  static fromRecord(record: WorldRecord): World {
    return new World(
      record.account,
      record.instances.map((instance) => new Instance(instance)),
    );
  }

  toRecord(time: number): WorldRecord {
    return { account: this.account, time, instances: this.all().map((instance) => instance.toRecord()) };
  }

  all(): readonly Instance[] {
    return [...this.instances.values()];
  }

  instance(id: string): Instance | undefined {
    return this.instances.get(id);
  }

  instancesIn(region: string): readonly Instance[] {
    return this.all().filter((instance) => instance.regions.includes(region));
  }
}
