import { TEAM_GROUP_ID } from '../../../emulator/seed/demo';
import { type Cut, cutRun } from './cut';

/** A sample; `npm run test:live:proof` kills at random calls. */
const CUTS: readonly Cut[] = [
  { part: 'questions', group: 'own', call: 30 },
  { part: 'questions', group: TEAM_GROUP_ID, call: 60 },
];

describe('a run of the acceptance suite that is killed', () => {
  it.each(CUTS)('is swept clean: $part, group $group, at call $call', async (cut) => {
    const { wasKilled, before, swept, after } = await cutRun(cut);
    expect(wasKilled).toBe(true);
    expect(swept.removed).toBeGreaterThan(0);
    expect(swept.left).toEqual([]);
    expect(after).toEqual(before);
  });
});
