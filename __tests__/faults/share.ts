/** A process of `run.ts`: takes its part of the cases, a few at a time, and tells of each. */
import { take } from '../support/faults-case';
import { casesNamed, spreadOver } from '../support/faults-cases';

export interface Order {
  /** Of so many shares, this one, from 0. */
  readonly share: number;
  readonly shares: number;
  /** Only cases that have it in their names. */
  readonly only: string;
  /** Of those, so many. */
  readonly sample: number;
}

/** A case that was taken. */
export interface Taken {
  readonly name: string;
  readonly problems: readonly string[];
}

const TOGETHER = 4;

async function takeAll({ share, shares, only, sample }: Order): Promise<void> {
  const rest = spreadOver(await casesNamed(only), sample).filter((_, index) => index % shares === share).reverse();
  const takeRest = async (): Promise<void> => {
    for (let one = rest.pop(); one; one = rest.pop()) {
      const problems = await take(one).catch((error: unknown) => [`it throws ${error instanceof Error ? error.stack ?? error.message : String(error)}`]);
      process.send?.({ name: one.name, problems } satisfies Taken);
    }
  };
  await Promise.all(Array.from({ length: TOGETHER }, takeRest));
  process.disconnect();
  process.exit(0);
}

process.once('message', (order: Order) => void takeAll(order));
