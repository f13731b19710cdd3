/** A process of `run.ts`: takes its part of the cases, a few at a time, and tells of each. */
import { undeclared } from '../support/called-operations';
import { take } from './case';
import { type Case, casesNamed, spreadOver } from './cases';
import { isQuick, takeWithTerraform } from './terraform';

export interface Order {
  /** Of so many shares, this one, from 0. */
  readonly share: number;
  readonly shares: number;
  /** Only cases that have it in their names. */
  readonly only: string;
  /** Of those, so many. */
  readonly sample: number;
  /** With the real terraform, those cases that are quick. */
  readonly terraform: boolean;
}

/** A case that was taken. */
export interface Taken {
  readonly name: string;
  readonly problems: readonly string[];
}

const TOGETHER = 4;

async function takeAll({ share, shares, only, sample, terraform }: Order): Promise<void> {
  const isMeant: (one: Case) => boolean = terraform ? isQuick : () => true;
  const rest = spreadOver((await casesNamed(only)).filter(isMeant), sample)
    .filter((_, index) => index % shares === share)
    .reverse();
  const takeRest = async (): Promise<void> => {
    for (let one = rest.pop(); one; one = rest.pop()) {
      const lived = (): Promise<readonly string[]> =>
        (terraform ? takeWithTerraform : take)(one).catch((error: unknown) => [
          `it throws ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        ]);
      const problems = await lived();
      process.send?.({ name: one.name, problems } satisfies Taken);
    }
  };
  await Promise.all(Array.from({ length: terraform ? 1 : TOGETHER }, takeRest));
  process.send?.({ name: 'operations that no resource says it calls', problems: [...undeclared] } satisfies Taken);
  process.disconnect();
  process.exit(0);
}

process.once('message', (order: Order) => void takeAll(order));
