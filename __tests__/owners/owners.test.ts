import { checkOwners } from './sequences';

/** A short run; `npm run test:owners -- --steps N --seed S` takes as many steps as it is told. */
it(
  'several stacks on one contact centre lose nothing, leave nothing behind, and are never kept from destroying',
  async () => {
    const failures: string[] = [];
    expect(await checkOwners({ steps: 6, seed: 2026, onFailure: (told) => failures.push(told) })).toBe(6);
    expect(failures).toEqual([]);
  },
  600_000,
);
