import type { Answer } from '../../emulator/emulator';
import { type Fault, faultsOf, OUTAGES } from './kinds';
import { importedIn } from '../support/terraform-in-process/config';
import { type Life, LIVES } from './lives';
import { picture } from './picture';
import { type Beginning, Stage } from './stage';
import type { Told } from '../support/terraform/told';

/** One fault at one call of a life. */
export interface Case {
  /** `LIFE: OPERATION N: FAULT, once`; stays the same from run to run. */
  readonly name: string;
  readonly life: KnownLife;
  readonly operation: string;
  /** Which call of the operation it meets first, from 1. */
  readonly call: number;
  readonly fault: Fault;
  readonly forGood: boolean;
}

/** A life, and how it goes when all goes well. */
export interface KnownLife {
  readonly life: Life;
  readonly beginning: Beginning;
  readonly told: Told;
  readonly calls: readonly { readonly operation: string; readonly answer: Answer }[];
  /** What the contact centre looks like in the end. */
  readonly end: readonly string[];
}

export async function know(life: Life): Promise<KnownLife> {
  await using first = await Stage.open(life);
  const beginning = await first.begin();
  await using stage = await Stage.open(life, beginning);
  const terraform = stage.terraform(beginning.state);
  terraform.declare(life.declared(stage.idOf));
  const told = await terraform[life.run]();
  const calls = [...stage.server.answered];
  if (life.run === 'plan') await terraform.apply();
  const next = await terraform.plan();
  const rest = [...told.errors, ...next.errors, ...next.warnings, ...Object.entries(next.planned), ...Object.entries(next.drift)];
  if (rest.length > 0) throw new Error(`${life.name} does not go well by itself: ${JSON.stringify(rest)}`);
  return { life, beginning, told, calls, end: picture(stage.emulator) };
}

/** Calls of one operation in one life, of which each is met by faults; later ones go like these. */
const CALLS = 3;

/** So many of the cases, far from each other; the same every time. */
export const spreadOver = (cases: readonly Case[], count: number): readonly Case[] =>
  cases.length <= count
    ? cases
    : Array.from({ length: count }, (_, index) => cases[Math.floor(((index + 0.5) * cases.length) / count)]).flatMap((one) => one ?? []);

/**
 * All cases that have the text in their names. Misshapen answers are the same wherever they come from: each is met in the first life
 * that has it. What lasts begins at the first call.
 */
export async function casesNamed(text = ''): Promise<readonly Case[]> {
  const cases: Case[] = [];
  const misshapen = new Set<string>();
  const [life = ''] = text.split(': ');
  const meant = LIVES.filter(({ name }) => name.includes(life));
  for (const one of meant.length > 0 ? meant : LIVES) cases.push(...casesOf(await know(one), misshapen));
  return cases.filter(({ name }) => name.includes(text));
}

/** What they are about is then not there any more. */
const DENIES = /^(DescribeUser|DescribeQuickConnect|ListQueueQuickConnects)$/;

export function casesOf(life: KnownLife, misshapen: Set<string>): readonly Case[] {
  const count = new Map<string, number>();
  return life.calls.flatMap(({ operation, answer }) => {
    const call = (count.get(operation) ?? 0) + 1;
    count.set(operation, call);
    if (call > CALLS) return [];
    const outages = call === 1 ? OUTAGES : [];
    return [...faultsOf(operation, answer), ...outages].flatMap((fault) => {
      const shape = `${operation} ${life.life.run} ${fault.name}`;
      if (fault.ofAnswer && (call > 1 || misshapen.has(shape))) return [];
      if (fault.ofAnswer) misshapen.add(shape);
      // What the service denies for good is gone: that is no fault. One denial may be one.
      const isGone = fault.name === 'ResourceNotFoundException' && denies(operation, life);
      // A quick connect leads nowhere once its user is gone: that is no fault either.
      if (operation === 'DescribeQuickConnect' && /UserConfig(\.UserId)? is /.test(fault.name) && !/a number/.test(fault.name)) return [];
      // STS does not speak as the server of these tests does.
      if (operation === 'AssumeRole' && fault.name === 'the clock is wrong') return [];
      const lasting = fault.everywhere ? [true] : call === 1 && !isGone ? [false, true] : [false];
      return lasting.map((forGood): Case => {
        const name = `${life.life.name}: ${operation} ${call}: ${fault.name}, ${forGood ? 'for good' : 'once'}`;
        return { name, life, operation, call, fault, forGood };
      });
    });
  });
}

/** Whether the operation, asked for good, tells that something of the state, or something that is imported, is not there. */
const denies = (operation: string, { beginning, life }: KnownLife): boolean =>
  DENIES.test(operation) ||
  (operation === 'DescribeTrafficDistributionGroup' &&
    ([...beginning.state.values()].some(({ type }) => type === 'connect_traffic_distribution_group') ||
      [...importedIn(life.declared(String)).keys()].some((address) => /^connect_traffic_distribution(_group)?\./.test(address))));
