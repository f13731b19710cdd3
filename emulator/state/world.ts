import { Instance, type InstanceChanges, type InstanceRecord } from './instance';

/** Everything at rest, as the state file holds it. */
export interface WorldRecord {
  readonly account: string;
  /** The emulator's time when this was written; the clock never falls behind it. */
  readonly time: number;
  readonly instances: readonly InstanceRecord[];
}

/** Things that changed; they take the place of those with the same ids in a record. */
export interface WorldChanges {
  readonly time: number;
  readonly instances: readonly InstanceChanges[];
}

/** How many things of each kind a part of a large record has. */
const CHUNK = 500;

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

  /**
   * The record in parts: first one without things, then changes that bring them. What changes between two
   * parts may be in them or not: whoever keeps these has to keep the changes since the first part after them.
   */
  *toRecordInParts(time: number): Generator<WorldRecord | WorldChanges> {
    yield { account: this.account, time, instances: this.all().map((instance) => instance.withoutThings()) };
    for (const instance of this.all()) {
      for (const chunk of instance.chunks(CHUNK)) yield { time, instances: [chunk] };
    }
  }

  /** What changed since this was last asked, if anything did. */
  takeChanges(time: number): WorldChanges | undefined {
    const instances = this.all().flatMap((instance) => instance.takeChanges() ?? []);
    return instances.length > 0 ? { time, instances } : undefined;
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
