import Sequencer from '@jest/test-sequencer';

/** Tests that start terraform, or live a sample of a long run. */
const LONG = /\/__tests__\/((terraform|answers|kill|faults|live|random|docs)\/|package\.)/;

/**
 * Begins with the tests that take long. Jest knows how long each took the last time; a clean checkout has no last time, and would
 * end by waiting for some that it began last, as their files are short.
 */
export default class LongOnesFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => Number(LONG.test(other.path)) - Number(LONG.test(one.path)));
  }
}
