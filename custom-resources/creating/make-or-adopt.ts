import { failed, type Failure, type Outcome, stopped } from '../../connect/failure';
import type { Id } from '../../connect/gateway';
import type { Diagnostic } from '../contract/diagnostic';
import { callFailed } from '../failures/diagnostics';
import { retry, SECOND_ATTEMPT_MS } from '../waiting/retry';
import type { Work } from '../waiting/timeouts';

/** Something that has a name of its own in its instance. Its creation takes no client token. */
export interface Making<M extends Identified, H extends Identified> {
  /** `creating the user "jdoe"` */
  readonly action: string;
  create(): Promise<Outcome<M>>;
  findHolder(): Promise<Outcome<H | undefined>>;
  /** As the ledger names it. */
  thing(id: Id): string;
  /** In what the holder of the name differs from what is declared; or why that is not known. */
  differing(holder: H): Promise<readonly string[] | Diagnostic>;
  taken(holder: H, differing: readonly string[]): Diagnostic;
  adopted(holder: H): Diagnostic;
  /** That the removal failed which was to free the name. */
  stays(holder: H): Diagnostic;
  /** What is waited for, while nobody of the name is found; and while this apply removes who has it. */
  readonly waits: { readonly unseen: string; readonly leaving: string };
}

interface Identified {
  readonly id: Id;
}

/** What was made, or who held the name and is taken over. */
export type Made<M, H> = (({ readonly made: M } | { readonly holder: H }) & { readonly diagnostics: readonly Diagnostic[] }) | Refused;

interface Refused {
  readonly failed: readonly Diagnostic[];
}

/**
 * Makes it; or takes over who holds the name, where that is what an apply left that was cut off after the call: one that equals the
 * declaration. One that this apply is removing is waited for; so is one that is too new to be found.
 */
export function makeOrAdopt<M extends Identified, H extends Identified>(
  { context, deadline }: Work,
  making: Making<M, H>,
): Promise<Made<M, H>> {
  const { ledger, settings } = context;
  const { action, thing, waits } = making;
  const refused = (why: Failure): Refused => ({ failed: [callFailed(action, why, ['name'])] });
  /** Whether a try whose answer was lost may have made it. */
  let ambiguous = false;
  /** The conflict with one that most likely is our own, and only too new to be found: it is looked for, not made again. */
  let withOwn: Failure | undefined;

  const holderOf = async (): Promise<Made<M, H> | string> => {
    const found = await making.findHolder();
    if (!found.ok) return refused(found.failure);
    const holder = found.value;
    if (!holder) return waits.unseen;
    const going = (): Refused | string | undefined => {
      const removal = ledger.removal(thing(holder.id));
      return removal === 'failed' ? { failed: [making.stays(holder)] } : removal && waits.leaving;
    };
    const gone = going();
    if (gone !== undefined) return gone;
    const differing = await making.differing(holder);
    if ('severity' in differing) return { failed: [differing] };
    const foreign = settings.adoptExisting === 'never' && !ambiguous;
    if (differing.length > 0 || foreign || ledger.wasMade(thing(holder.id))) return { failed: [making.taken(holder, differing)] };
    // Looked at again in the same step as it is kept: its removal may have begun meanwhile.
    const leaving = going();
    if (leaving !== undefined) return leaving;
    ledger.made(thing(holder.id));
    return { holder, diagnostics: ambiguous ? [] : [making.adopted(holder)] };
  };

  return retry<Made<M, H>>(context, { deadline }, async () => {
    const created = withOwn ? failed(withOwn) : await making.create();
    if (created.ok) {
      // From here on this process does not remove it any more.
      ledger.made(thing(created.value.id));
      return { done: { made: created.value, diagnostics: [] } };
    }
    const { failure } = created;
    if (failure.kind !== 'conflict') return { done: { failed: [callFailed(action, failure)] } };
    ambiguous ||= failure.ambiguous === true;
    const holder = await holderOf();
    withOwn = ambiguous && holder === waits.unseen ? failure : undefined;
    if (typeof holder !== 'string') return { done: holder };
    // One that is not found may be gone by now: the name is tried at least twice.
    const withinMs = holder === waits.unseen ? Math.max(settings.consistencyWindowMs, SECOND_ATTEMPT_MS) : Infinity;
    return { again: holder, otherwise: refused(failure), stopped: refused(stopped(holder, failure.region)), withinMs };
  });
}
