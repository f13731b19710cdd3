import { parseArgs } from 'node:util';

export const USAGE = `usage: npm run test:live -- --instance ID [options]
       npm run test:live -- --instance ID --sweep [options]

Lives the lives of all resources on a real Amazon Connect instance through the real terraform, answers by
observation what AWS does not document, removes what it made, and writes a report.

  --instance ID       the instance, as a bare id
  --region R          its Region (default: AWS_REGION)
  --group ID|ARN      memberships too, of its own users in that traffic distribution group
  --new-group         memberships, groups and shares too, in groups of its own; excludes --group
  --flow ID           the agent transfer flow of its quick connects (default: one that the instance has)
  --only PART         questions, or lives
  --throttle          also provokes throttles, of DescribeInstanceAttribute only
  --rate N            requests a second of each operation (default: 1; the quota is 2, for all who use the account)
  --patience SECONDS  how long to wait for what lags behind (default: 300)
  --prefix TEXT       how all names begin (default: tflive-)
  --sweep             only removes what a run that was cut off has left
  --report DIR        where the report goes (default: docs/proven; with --endpoint, none)
  --endpoint URL      another server, such as the emulator
  --yes               does not ask
`;

export const PARTS = ['questions', 'lives'] as const;
export type Part = (typeof PARTS)[number];

export interface Options {
  readonly instance: string;
  readonly region: string;
  /** An id or ARN, or a group of the run's own; absent: nothing about groups. */
  readonly group?: string | { readonly own: true };
  readonly flow?: string;
  readonly parts: readonly Part[];
  readonly throttle: boolean;
  /** Requests a second, of each operation and Region. */
  readonly rate: number;
  readonly patienceMs: number;
  readonly prefix: string;
  readonly sweep: boolean;
  readonly report?: string;
  readonly endpoint?: string;
  readonly yes: boolean;
}

/** A command line that says something else than it should. */
export class WrongOptions extends Error {}

const OPTIONS = {
  instance: { type: 'string' },
  region: { type: 'string' },
  group: { type: 'string' },
  'new-group': { type: 'boolean', default: false },
  flow: { type: 'string' },
  only: { type: 'string' },
  throttle: { type: 'boolean', default: false },
  rate: { type: 'string', default: '1' },
  patience: { type: 'string', default: '300' },
  prefix: { type: 'string', default: 'tflive-' },
  sweep: { type: 'boolean', default: false },
  report: { type: 'string' },
  endpoint: { type: 'string' },
  yes: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/**
 * With the rest of a name it must fit into 20 characters, the most that instances with accounts of their own take. Short
 * prefixes are refused: all that begins so is this suite's.
 */
const PREFIX = /^[a-z][a-z0-9]{3,6}-$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The options, or `help`. */
export function readOptions(argv: readonly string[], env: NodeJS.ProcessEnv): Options | 'help' {
  const values = parsed(argv);
  if (values.help) return 'help';
  if (values.instance === undefined || !UUID.test(values.instance))
    throw new WrongOptions('--instance must be the bare id of an instance.');
  const region = values.region ?? env.AWS_REGION ?? env.AWS_DEFAULT_REGION;
  if (region === undefined) throw new WrongOptions('--region is missing, and AWS_REGION is not set.');
  if (values.group !== undefined && values['new-group']) throw new WrongOptions('--group and --new-group exclude each other.');
  const only = PARTS.find((part) => part === values.only);
  if (values.only !== undefined && only === undefined) throw new WrongOptions(`--only must be one of ${PARTS.join(', ')}.`);
  if (!PREFIX.test(values.prefix))
    throw new WrongOptions(
      '--prefix must be 4 to 7 small letters and digits with a "-" behind them: all that begins so is taken for made by this suite.',
    );
  return {
    instance: values.instance,
    region,
    ...(values['new-group'] ? { group: { own: true } } : values.group !== undefined && { group: values.group }),
    ...(values.flow !== undefined && { flow: values.flow }),
    parts: only ? [only] : PARTS,
    throttle: values.throttle,
    rate: positive('--rate', values.rate, 1000),
    patienceMs: positive('--patience', values.patience, 3600) * 1000,
    prefix: values.prefix,
    sweep: values.sweep,
    ...reportOf(values),
    ...(values.endpoint !== undefined && { endpoint: values.endpoint }),
    yes: values.yes,
  };
}

/** A run against something else than Amazon Connect proves nothing: its report goes nowhere by itself. */
function reportOf({ report, endpoint }: { readonly report?: string; readonly endpoint?: string }): Pick<Options, 'report'> {
  if (report !== undefined) return { report };
  return endpoint === undefined ? { report: 'docs/proven' } : {};
}

function positive(name: string, text: string, most: number): number {
  const value = Number(text);
  if (!(value > 0 && value <= most)) throw new WrongOptions(`${name} must be a number above 0, at most ${most}; got "${text}".`);
  return value;
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS }).values;
  } catch (error) {
    throw new WrongOptions(error instanceof Error ? error.message : String(error));
  }
}
