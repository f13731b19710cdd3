import type { Clock } from '../clock';
import { type Connection, DEFAULT_RATE } from '../connection';
import { TokenBucket } from './token-bucket';

/** What a plan calls, and its apply calls again. */
const READS = /^(Describe|Get|List|Search)/;

/** The buckets of this process, one per operation and Region, made on demand. */
export class Pacer {
  private readonly buckets = new Map<string, TokenBucket>();

  constructor(
    private readonly rates: Pick<Connection, 'rate' | 'operationRates'>,
    private readonly clock: Clock,
  ) {}

  bucket(operation: string, region: string): TokenBucket {
    const key = `${region} ${operation}`;
    const known = this.buckets.get(key);
    if (known) return known;
    const rate = { ...DEFAULT_RATE, ...this.rates.rate, ...this.rates.operationRates?.[operation] };
    const bucket = new TokenBucket(rate, this.clock, { afterOwnCalls: READS.test(operation) });
    this.buckets.set(key, bucket);
    return bucket;
  }
}
