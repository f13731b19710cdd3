import type { Clock } from '../clock';
import { type Connection, DEFAULT_RATE } from '../connection';
import { onDemand } from '../on-demand';
import { isRead } from './exchange';
import { TokenBucket } from './token-bucket';

/** The buckets of this process, one per operation and Region, made on demand. */
export class Pacer {
  readonly bucket = onDemand<[operation: string, region: string], TokenBucket>((operation) => {
    const rate = { ...DEFAULT_RATE, ...this.rates.rate, ...this.rates.operationRates?.[operation] };
    // What a plan reads, its apply reads again.
    return new TokenBucket(rate, this.clock, { afterOwnCalls: isRead(operation) });
  });

  constructor(
    private readonly rates: Pick<Connection, 'rate' | 'operationRates'>,
    private readonly clock: Clock,
  ) {}
}
