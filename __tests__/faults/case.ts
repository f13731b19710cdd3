import { judgeTold } from './judge';
import { differences, picture } from './picture';
import type { Case } from './cases';
import { isLimit } from './limits';
import type { Exchange, FaultsServer } from './server';
import { Stage } from './stage';
import { orphans, untruths, whoIsThere } from './truth';
import type { Told } from '../support/terraform/told';

/** Of the provider's time: a refresh and a plan wait up to 20 minutes each for what may pass, an apply up to 40, and again for the time of a call. */
const LONGEST_MS = 85 * 60_000;
/** A change of a whole group may take three hours by itself. */
const LONGEST_FOR_GROUP_MS = 225 * 60_000;
/** What cannot pass is told at once, after some tries. */
const SOON_MS = 5 * 60_000;
/** Of the world's time, which hardly passes: long, since other work on the machine must not make a failure. */
const WATCHDOG_MS = 600_000;

/** Lives a life with a fault, and once more without; tells what was not as it must be. */
export async function take(one: Case): Promise<readonly string[]> {
  const { life, beginning, end } = one.life;
  await using stage = await Stage.open(life, beginning);
  const { emulator, server, clock } = stage;
  const terraform = stage.terraform(beginning.state);
  terraform.declare(life.declared(stage.idOf));
  const there = whoIsThere(terraform.state, emulator);
  const untrueBefore = new Set(untruths(terraform.state, emulator));
  const begun = clock.now();
  arm(server, one);
  const told = await inTime(terraform[life.run]());
  if (told === undefined) return ['it does not end'];
  const tookMs = clock.now() - begun;
  server.meet = () => undefined;
  server.release();

  const patient = one.life.life.name.startsWith('group') ? LONGEST_FOR_GROUP_MS : LONGEST_MS;
  const longest = one.forGood && one.fault.family !== 'refusal' ? patient : SOON_MS;
  const mayBeLost = told.errors.length > 0;
  const untrue = untruths(terraform.state, emulator).filter((line) => !untrueBefore.has(line));
  const orphaned = orphans(terraform.state, emulator, there);
  const problems = [
    ...judgeTold(one, told),
    ...(tookMs > longest ? [`it takes ${Math.round(tookMs / 60_000)} minutes`] : []),
    ...(mayBeLost && saysMaybe(told) ? [] : [...untrue, ...orphaned]),
  ];
  clock.pass(LATER_MS);
  const again = await inTime(terraform.apply());
  if (again === undefined) return [...problems, 'the next apply does not end'];
  if (again.errors.length > 0) return [...problems, `the next apply fails: ${JSON.stringify(again.errors)}`];
  const next = await inTime(terraform.plan());
  if (next === undefined) return [...problems, 'the plan after that does not end'];
  const different = differences(picture(emulator), end);
  const rest = { ...next.planned, ...next.drift };
  return [
    ...problems,
    ...(Object.keys(rest).length > 0 || next.errors.length + next.warnings.length > 0
      ? [`the plan after that is not empty: ${JSON.stringify([rest, next.errors, next.warnings])}`]
      : []),
    ...(believed(one) || isLimit(one, told, different) ? [] : different).map((difference) => `in the end ${difference}`),
    ...untruths(terraform.state, emulator).map((line) => `in the end ${line}`),
  ];
}

const LATER_MS = 30_000;

/** A service that says "there is no such thing" to whoever wants it gone is believed; of a group, if it says so again. */
const believed = ({ fault, operation, forGood }: Case): boolean =>
  fault.name === 'ResourceNotFoundException' &&
  (/^Delete/.test(operation) || (forGood && operation === 'DescribeTrafficDistributionGroup'));

/** Whoever cannot know says so. */
const saysMaybe = ({ errors }: Told): boolean =>
  errors.some(({ summary, detail }) => /may have|may exist|nobody can tell|not known whether/i.test(`${summary} ${detail}`));

/** From now on, the fault waits for its call. */
export function arm(
  server: FaultsServer,
  { operation, call, fault, forGood }: Pick<Case, 'operation' | 'call' | 'fault' | 'forGood'>,
): void {
  let count = 0;
  let first: Exchange | undefined;
  server.meet = (exchange) => {
    if (exchange.operation === operation) count += 1;
    else if (!(first && fault.everywhere)) return undefined;
    if (count === call) first ??= exchange;
    return first && (forGood || first === exchange) ? fault.meet(exchange, first) : undefined;
  };
}

async function inTime(work: Promise<Told>): Promise<Told | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), WATCHDOG_MS)));
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
