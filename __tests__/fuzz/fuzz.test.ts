import { fuzzAll } from './all';
import type { Finding } from './fuzz';

/** A short run; `npm run test:fuzz -- --minutes N --seed S` goes on as long as it is told. */
describe('wrong, strange and broken input', () => {
  it('ends neither the provider nor the emulator, keeps neither busy, and looks like no bug of the provider', async () => {
    const findings: Finding[] = [];
    const cases = await fuzzAll({ seed: 2026, goOn: (done) => done < 200, onFinding: (finding) => findings.push(finding) });
    expect(findings).toEqual([]);
    expect(cases).toBe(200);
  });
});
