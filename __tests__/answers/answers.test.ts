import { liveInProcess } from './in-process';
import { answersOf, pairsOf, rowOf, ROWS, spread } from './rows';
import { SharedLives } from './shared-lives';
import { undeclared } from '../support/called-operations';

/** In so many rows, most answers to any two questions meet; `npm run test:answers` takes all rows. */
const SAMPLE = spread(10);

describe('whatever Amazon Connect answers', () => {
  it.each(SAMPLE.map((row) => [row, pairsOf(answersOf(row))] as const))(
    'users and memberships live and end as declared, row %i: %s',
    (row) => liveInProcess(answersOf(row)),
  );

  it('no resource calls an operation that it does not name', () => {
    expect([...undeclared]).toEqual([]);
  });

  it('a life in parts is lived once where it cannot differ', async () => {
    const lives = new SharedLives();
    await lives.take(answersOf(1));
    const first = lives.count;
    await lives.take(answersOf(1));
    expect(lives.count).toBe(first);
    // Only the change of members tells these two apart, and the end.
    await lives.take({ ...answersOf(1), deleteQuickConnectInQueue: 'in-use' });
    expect(lives.count).toBeGreaterThan(first);
    expect(lives.count).toBeLessThanOrEqual(first + 3);
  });
});

it('numbers every combination once', () => {
  expect(new Set(spread(ROWS)).size).toBe(ROWS);
  expect(spread(1000).map((row) => rowOf(answersOf(row)))).toEqual(spread(1000));
  expect(new Set(spread(1000).map((row) => pairsOf(answersOf(row)))).size).toBe(1000);
});
