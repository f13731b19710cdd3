import type { Findings } from '../checking/findings';
import { packed } from '../checking/packed';
import type { Diagnostic } from '../contract/diagnostic';
import type { Ledger } from '../contract/ledger';
import { quoted } from '../values/quoted';

/** Something that is there, and equals what is declared. */
export interface Held {
  readonly id: string;
  readonly name: string;
}

/** How it is told that apply takes over what is there. */
export interface Telling {
  /** As the ledger names it. */
  readonly thing: (held: Held) => string;
  readonly one: (held: Held) => Diagnostic;
  /** @param list a line for each */
  readonly many: (list: string) => Diagnostic;
}

/** What the plan has told that apply takes over: things that are there, though their ids are known to Terraform only at apply. */
export const takenOver = (ledger: Ledger): Set<string> => ledger.kept('what apply takes over', new Set<string>());

/**
 * Notes that apply takes it over, and tells of it. An apply that was cut off leaves dozens: of as many warnings Terraform shows the first
 * and the number of the others, so one resource tells the names of all.
 * @param kind `users`
 */
export async function takeOver(kind: string, held: Held, { thing, one, many }: Telling, findings: Findings): Promise<void> {
  const { ledger } = findings.context;
  const noted = takenOver(ledger);
  if (noted.has(thing(held))) return;
  noted.add(thing(held));
  const gathered = await ledger.gather(`${kind} that apply takes over`, [held], findings.context);
  if (!gathered) return;
  const [first, ...others] = [...gathered].sort((left, right) => (left.name < right.name ? -1 : 1));
  if (first === undefined) return;
  if (others.length === 0) findings.add(one(first));
  else findings.add(...packed([first, ...others].map(({ id, name }) => `  - ${quoted(name)} (${id})`)).map(many));
}
