import type { Thing } from './collection';
import type { InstanceChanges, InstanceRecord } from './instance';
import type { WorldChanges, WorldRecord } from './world';

/*
 * What the lines of a state file come to: each is a whole record, which starts over, or changes to what the
 * lines before it say. Kinds of things are met by the form of their lists, so a new kind needs nothing here.
 */

type Things = ReadonlyMap<string, Thing<unknown>>;
type Line = WorldRecord | WorldChanges;

/** Puts the lines of a state file together, in their order. */
export class RecordReader {
  private account: string | undefined;
  private time = 0;
  private readonly instances = new Map<string, InstanceReader>();

  /** False if the line makes no sense here: it is neither a record nor changes to a record. */
  add(text: string): boolean {
    const line = parse(text);
    if (!line) return false;
    if ('account' in line) {
      this.account = line.account;
      this.instances.clear();
    }
    if (this.account === undefined) return false;
    this.time = Math.max(this.time, line.time);
    for (const part of line.instances) {
      const known = this.instances.get(part.id) ?? new InstanceReader();
      this.instances.set(part.id, known);
      known.add(part);
    }
    return true;
  }

  /** The record that the lines come to; none if there was no line. */
  get record(): WorldRecord | undefined {
    if (this.account === undefined) return undefined;
    return { account: this.account, time: this.time, instances: [...this.instances.values()].map((instance) => instance.toRecord()) };
  }
}

/** One instance: facts and tags as the last line says, deleted users of all lines, and of each thing the last version. */
class InstanceReader {
  private rest: Readonly<Record<string, unknown>> = {};
  private readonly deletedUserIds = new Set<string>();
  private readonly kinds = new Map<string, Map<string, Thing<unknown>>>();
  private readonly members = new Map<string, Map<string, Thing<unknown>>>();

  add({ deletedUserIds = [], members = {}, ...parts }: InstanceChanges | InstanceRecord): void {
    for (const id of deletedUserIds) this.deletedUserIds.add(id);
    for (const [groupId, things] of Object.entries(members)) put(this.members, groupId, things);
    for (const [name, part] of Object.entries<unknown>({ ...parts })) {
      if (Array.isArray(part)) put(this.kinds, name, part as readonly Thing<unknown>[]);
      else this.rest = { ...this.rest, [name]: part };
    }
  }

  toRecord(): InstanceRecord {
    const lists = (kinds: ReadonlyMap<string, Things>): object =>
      Object.fromEntries([...kinds].map(([name, things]) => [name, inOrder(things)]));
    const record: object = { ...this.rest, deletedUserIds: [...this.deletedUserIds], ...lists(this.kinds), members: lists(this.members) };
    return record as InstanceRecord;
  }
}

function put(kinds: Map<string, Map<string, Thing<unknown>>>, name: string, things: readonly Thing<unknown>[]): void {
  const known = kinds.get(name) ?? new Map<string, Thing<unknown>>();
  kinds.set(name, known);
  for (const thing of things) known.set(thing.id, thing);
}

const inOrder = (things: Things): readonly Thing<unknown>[] => [...things.values()].sort((one, other) => one.sequence - other.sequence);

function parse(text: string): Line | undefined {
  try {
    // Earlier emulators kept a null where a request had one; it means that the member is absent.
    const line: unknown = /:\s*null\b/.test(text)
      ? JSON.parse(text, (_, value: unknown) => (value === null ? undefined : value))
      : JSON.parse(text);
    return isLine(line) ? line : undefined;
  } catch {
    return undefined;
  }
}

function isLine(value: unknown): value is Line {
  if (typeof value !== 'object' || value === null || !('time' in value) || !('instances' in value)) return false;
  return typeof value.time === 'number' && Array.isArray(value.instances) && (!('account' in value) || typeof value.account === 'string');
}
