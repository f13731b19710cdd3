/** A process of `run.ts`: takes its rows, a few at a time, and tells of each. */
import { SharedLives } from './shared-lives';
import { liveInProcess } from './in-process';
import { answersOf } from './rows';
import { liveWithTerraform } from './terraform';
import { ContactCentre } from '../support/terraform/contact-centre';

/**
 * How a row is lived: part by part, where parts are lived once that cannot differ; as a whole, all changes in one
 * apply; or so, and with the real terraform.
 */
export type How = 'in parts' | 'at once' | 'with terraform';

/** What a share is told to do. */
export interface Order {
  readonly rows: readonly number[];
  readonly how: readonly How[];
}

export interface Taken {
  readonly row: number;
  /** What was not as it must be. */
  readonly problem?: string;
  /** How many parts of lives the share has lived. */
  readonly parts: number;
}

/** Lives that wait leave the processor to others. */
const TOGETHER = 3;

const lives = new SharedLives();

async function takeAll({ rows, how }: Order): Promise<void> {
  const withTerraform = how.includes('with terraform');
  const centre = withTerraform ? await ContactCentre.start() : undefined;
  const rest = [...rows].reverse();
  const takeRest = async (): Promise<void> => {
    for (let row = rest.pop(); row !== undefined; row = rest.pop()) {
      const problem = await take(row, how, centre).then(
        () => undefined,
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
      process.send?.({ row, problem, parts: lives.count } satisfies Taken);
    }
  };
  await Promise.all(Array.from({ length: withTerraform ? 1 : TOGETHER }, takeRest));
  await centre?.close();
  process.disconnect();
}

async function take(row: number, how: Order['how'], centre: ContactCentre | undefined): Promise<void> {
  const answers = answersOf(row);
  if (how.includes('in parts')) await lives.take(answers);
  if (how.includes('at once')) await liveInProcess(answers);
  if (centre) await liveWithTerraform(centre, answers);
}

process.once('message', (order: Order) => void takeAll(order));
