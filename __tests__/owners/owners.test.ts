import { checkOwners } from './sequences';

/** A short run, in which an owner destroys the membership of an agent whom another owner has deleted; `npm run test:owners -- --steps N --seed S` takes as many steps as it is told. */
it('several stacks on one contact centre lose nothing, leave nothing behind, and are never kept from destroying', async () => {
  const failures: string[] = [];
  expect(await checkOwners({ steps: 4, seed: 31032, onFailure: (told) => failures.push(told) })).toBe(4);
  expect(failures).toEqual([]);
}, 600_000);
