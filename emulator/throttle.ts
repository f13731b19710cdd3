import type { Settings } from './settings';

interface Bucket {
  tokens: number;
  at: number;
}

/** One token bucket for each key; a key is an operation, an account and a Region. */
export class Throttle {
  private readonly buckets = new Map<string, Bucket>();

  /** Takes a token, or says that there is none. */
  take(key: string, now: number, { rate, burst, otherClientShare }: Pick<Settings, 'rate' | 'burst' | 'otherClientShare'>): boolean {
    if (rate === 'off') return true;
    const bucket = this.buckets.get(key) ?? { tokens: burst, at: now };
    const refill = ((now - bucket.at) / 1000) * rate * (1 - otherClientShare);
    bucket.tokens = Math.min(burst, bucket.tokens + refill);
    bucket.at = now;
    this.buckets.set(key, bucket);
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  }

  reset(): void {
    this.buckets.clear();
  }
}
