/**
 * What ends or disturbs a run of terraform while a write is under way. A connection that is reset is there again at
 * once; a network that is lost comes back for the next run only.
 */
export const KINDS = ['provider killed', 'terraform killed', 'connection reset', 'network lost'] as const;
export type Kind = (typeof KINDS)[number];

/** Whether the service has executed the write by then. */
export const MOMENTS = ['before', 'after'] as const;
export type Moment = (typeof MOMENTS)[number];

/** The nth call of an operation in a run, counted from 1. */
export interface Write {
  readonly operation: string;
  readonly nth: number;
}

/** One interruption of a run: all of these writes are under way as it comes. */
export interface Cut {
  readonly writes: readonly Write[];
  readonly moment: Moment;
  readonly kind: Kind;
}

/** As a failure names it: operation, moment, kind. */
export const nameOf = ({ writes, moment, kind }: Cut): string =>
  [writes.map(({ operation, nth }) => `${operation} ${nth}`).join(' + '), moment, kind].join(', ');

export const kills = ({ kind }: Cut): boolean => kind.endsWith('killed');

/** One cut for each write of a run, each moment and each kind. */
export function cutsOf(operations: readonly string[]): readonly Cut[] {
  const seen = new Map<string, number>();
  const writes = operations.map((operation) => {
    const nth = (seen.get(operation) ?? 0) + 1;
    seen.set(operation, nth);
    return { operation, nth };
  });
  return writes.flatMap((write) => MOMENTS.flatMap((moment) => KINDS.map((kind) => ({ writes: [write], moment, kind }))));
}
