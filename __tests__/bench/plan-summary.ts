import { type Measured, succeeded } from './bench-project';

export interface Summary {
  readonly add?: number;
  readonly change?: number;
  readonly destroy?: number;
}

/**
 * The plan, if it is the one that was expected: a benchmark of a plan that finds something else would mean nothing.
 * @throws with what terraform said when it is another
 */
export function told(measured: Measured, { add = 0, change = 0, destroy = 0 }: Summary): Measured {
  const { stdout } = succeeded(measured).run;
  const expected = add + change + destroy === 0 ? 'No changes.' : `Plan: ${add} to add, ${change} to change, ${destroy} to destroy.`;
  if (!stdout.includes(expected))
    throw new Error(`terraform should have said "${expected}":\n${stdout.slice(0, 4000)}\n...\n${stdout.slice(-1000)}`);
  return measured;
}
