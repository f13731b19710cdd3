import { pipeline, Readable, Transform, type TransformCallback } from 'node:stream';
import { TOO_LONG } from '../calls/error-codes';

/** Far more than any answer of AWS: a page of 500 users has about a megabyte. */
const MOST_BYTES = 16 * 1024 * 1024;

/** A body that fails where it is longer than answers are, instead of filling the memory: who knows what a proxy sends. */
export const bounded = (body: unknown): unknown => (body instanceof Readable ? pipeline(body, new Bound(), () => undefined) : body);

class Bound extends Transform {
  private bytes = 0;

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    this.bytes += chunk.length;
    if (this.bytes > MOST_BYTES) done(Object.assign(new Error('The answer is too long.'), { code: TOO_LONG }));
    else done(null, chunk);
  }
}
