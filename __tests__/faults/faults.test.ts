import { resources } from '../../custom-resources';
import { take } from './case';
import { type Case, casesOf, know, spreadOver } from './cases';
import { LIVES } from './lives';

it('is looked for in the lives of every resource', () => {
  const types = new Set(LIVES.flatMap(({ declared }) => Object.keys(declared((name) => name).resource ?? {})));
  expect([...types].sort()).toEqual(resources.map(({ type }) => type).sort());
});

/** Lives in which much happens in few calls; `npm run test:faults` lives all of them. */
const SAMPLED = ['user updated', 'membership created', 'group changed'];
const EACH = 8;

describe.each(LIVES.filter(({ name }) => SAMPLED.includes(name)).map((life) => [life.name, life] as const))('%s', (_, life) => {
  let cases: readonly Case[] = [];

  beforeAll(async () => {
    cases = spreadOver(
      casesOf(await know(life), new Set()).filter(({ fault }) => !fault.ofAnswer),
      EACH,
    );
  });

  it('survives what goes wrong, tells its cause once, and ends as declared', async () => {
    const problems: string[] = [];
    for (const one of cases) problems.push(...(await take(one)).map((problem) => `${one.name}: ${problem}`));
    expect(cases).toHaveLength(EACH);
    expect(problems).toEqual([]);
  });
});
