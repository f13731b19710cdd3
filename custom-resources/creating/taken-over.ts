import type { Ledger } from '../contract/ledger';

/** What the plan has told that apply takes over: things that are there, though their ids are known to Terraform only at apply. */
export const takenOver = (ledger: Ledger): Set<string> => ledger.told('what apply takes over');
