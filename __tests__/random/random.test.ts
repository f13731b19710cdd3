import { checkSequences } from './sequences';

/** A short run; `npm run test:random -- --steps N --seed S` takes as many steps as it is told. */
describe('random changes of declarations, changes outside Terraform and failing calls', () => {
  it(
    'end in a contact centre that is as declared, by exactly the writes that the plans announced',
    () => checkSequences({ sequences: 4, seed: 2026, longest: 8, tries: 20 }),
    600_000,
  );
});
