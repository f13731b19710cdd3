import { parseArgs } from 'node:util';

export interface Options {
  /** Names of sections; all of them when there are none. */
  readonly only: readonly string[];
  /** No row has more users than that. */
  readonly users: number;
  /** Cells of tables, `10/50000`; all of them when there are none. */
  readonly cells: readonly string[];
  /** Where the report goes as JSON, beside the table. */
  readonly json: string | undefined;
}

export class UsageError extends Error {}

const usage = (sections: readonly string[]): string => `usage: npm run bench [-- options]
  --only NAME   only that section; may be repeated: ${sections.join(', ')}
  --users N     no row with more than N users; goals that need more are left out
  --cell N/SIZE only that cell of instance-size, as 10/50000; may be repeated
  --json FILE   write the report there as JSON too
`;

/** @throws UsageError, whose message tells the usage */
export function readOptions(argv: readonly string[], sections: readonly string[]): Options {
  const refuse = (problem: string): never => {
    throw new UsageError(`${problem}\n\n${usage(sections)}`);
  };
  const { values } = parse(argv, refuse);
  const only = values.only ?? [];
  const stranger = only.find((name) => !sections.includes(name));
  if (stranger !== undefined) refuse(`There is no section "${stranger}".`);
  const users = Number(values.users ?? Infinity);
  if (!(users >= 10)) refuse('--users must be a number of at least 10.');
  const cells = values.cell ?? [];
  if (!cells.every((cell) => /^\d+\/\d+$/.test(cell))) refuse('--cell takes two numbers, as 10/50000.');
  return { only, users, cells, json: values.json };
}

function parse(argv: readonly string[], refuse: (problem: string) => never) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        only: { type: 'string', multiple: true },
        users: { type: 'string' },
        cell: { type: 'string', multiple: true },
        json: { type: 'string' },
      },
      strict: true,
      allowPositionals: false,
    });
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}
