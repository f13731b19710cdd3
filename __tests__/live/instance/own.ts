import { beginsWith } from '../names';

/** What a call says of what it is about. */
type Input = Readonly<Record<string, unknown>>;

const WRITES = /^(Create|Update|Delete|Associate|Disassociate|Tag|Untag)/;
const MEMBERSHIP = /^(Ass|Disass)ociateTrafficDistributionGroupUser$/;

/** Each member by which a call names what it changes. */
const SUBJECTS = ['UserId', 'QuickConnectId', 'QuickConnectIds', 'QueueId', 'TrafficDistributionGroupId', 'Id', 'resourceArn'] as const;
const NAMES = ['Username', 'Name'] as const;

/** The ids of what this suite made. No other thing is ever changed: a call that would is a bug here, and is not sent. */
export class Own {
  private readonly ids = new Set<string>();
  private lent: string | undefined;

  constructor(private readonly prefix: string) {}

  /** @param idOrArn of something that has the prefix and the tag */
  add(idOrArn: string): void {
    this.ids.add(bare(idOrArn));
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }

  /** A group of somebody else, in which users of ours may become members and cease to be. */
  lend(groupIdOrArn: string): void {
    this.lent = bare(groupIdOrArn);
  }

  /** Takes note of what a call made. */
  note(operation: string, output: object): void {
    if (!operation.startsWith('Create')) return;
    for (const [name, value] of Object.entries(output)) if (/Id$/.test(name) && typeof value === 'string') this.add(value);
  }

  /** Throws before a call that would change what is not ours. */
  mustConcernOwn(operation: string, input: Input): void {
    if (!WRITES.test(operation)) return;
    if (operation.startsWith('Create')) {
      if (!NAMES.some((name) => isOwnName(input[name], this.prefix)))
        throw new Error(`${operation} for a name without "${this.prefix}": not sent`);
      return;
    }
    const named = SUBJECTS.flatMap((member) => [input[member] ?? []].flat().map((id) => ({ member, id: bare(String(id)) })));
    const foreign = named.find(
      ({ member, id }) => !this.ids.has(id) && !(MEMBERSHIP.test(operation) && member === 'TrafficDistributionGroupId' && id === this.lent),
    );
    if (named.length === 0 || foreign)
      throw new Error(`${operation} for ${foreign?.member ?? 'nothing'} that this suite did not make: not sent`);
  }
}

const isOwnName = (name: unknown, prefix: string): boolean => typeof name === 'string' && beginsWith(name, prefix);

const bare = (idOrArn: string): string => idOrArn.slice(idOrArn.lastIndexOf('/') + 1);
