import { setFlagsFromString } from 'node:v8';

/** How much the heap may grow beyond what is in use before it is collected. */
const GROWTH_PERCENT = 100;

/**
 * Node lets garbage grow to several times of what is in use, for speed that a provider hardly notices:
 * a plan of 10,000 users took 260 MB for 40 MB in use, and takes 190 with this.
 */
export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
}
