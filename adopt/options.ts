import { parseArgs } from 'node:util';
import { endpointUrl, isInsecure } from '../custom-resources/provider-configuration/endpoint';
import type { Grouping } from './model';

export const USAGE = `Usage: cdktf-amazon-connect adopt --instance ID|ALIAS [options]

Reads the agents of an instance with their memberships and quick connects, and writes the code that declares
them as they are, with an import block for each. It writes nothing to Amazon Connect.

  --instance ID|ALIAS     the instance
  --region R              its Region (default: that of the AWS environment)
  --profile NAME          the AWS profile to call with (default: that of the AWS environment)
  --endpoint URL          another server, such as the emulator
  --format ts|hcl|csv     what to write: TypeScript for CDKTF, Terraform's own language, or a roster with a CDKTF
                          program that reads it (default: ts)
  --by profile|hierarchy  the agents of a routing profile, or of a hierarchy group, share a file (default: profile)
  --group NAME|ID         the memberships of this traffic distribution group; may be repeated (default: all groups)
  --no-groups             no memberships
  --no-quick-connects     no quick connects; with a filter, only those of its agents are written
  --filter WHAT           only some agents; may be repeated, and all must hold:
                          name-prefix=TEXT, routing-profile=NAME, hierarchy=TOP/NEXT, tag=KEY or tag=KEY=VALUE
  --out DIR               where to write; must be empty or new (default: ./agents)
  --rate N                requests per second of each operation (default: 2)
  --burst N               requests at once of each operation (default: 5)
  --help                  this text
`;

const OPTIONS = {
  instance: { type: 'string' },
  region: { type: 'string' },
  profile: { type: 'string' },
  endpoint: { type: 'string' },
  format: { type: 'string', default: 'ts' },
  by: { type: 'string', default: 'profile' },
  group: { type: 'string', multiple: true },
  'no-groups': { type: 'boolean', default: false },
  'no-quick-connects': { type: 'boolean', default: false },
  filter: { type: 'string', multiple: true },
  out: { type: 'string', default: 'agents' },
  rate: { type: 'string' },
  burst: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

export const FORMATS = ['ts', 'hcl', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

export interface Options {
  readonly instance: string;
  readonly region?: string;
  readonly profile?: string;
  readonly endpoint?: string;
  readonly format: Format;
  readonly grouping: Grouping;
  /** Names or ids; absent: all groups. */
  readonly groups?: readonly string[];
  readonly quickConnects: boolean;
  readonly filters: readonly Filter[];
  readonly out: string;
  readonly requestsPerSecond?: number;
  readonly burst?: number;
}

export type Filter =
  | { readonly by: 'name-prefix'; readonly text: string }
  | { readonly by: 'routing-profile'; readonly text: string }
  | { readonly by: 'hierarchy'; readonly path: readonly string[] }
  | { readonly by: 'tag'; readonly key: string; readonly value?: string };

/** A command line that says something else than it should. */
export class WrongOptions extends Error {}

/** The options, or `help`. */
export function readOptions(argv: readonly string[]): Options | 'help' {
  const values = parsed(argv);
  if (values.help) return 'help';
  if (!values.instance) throw new WrongOptions('--instance is missing: the id of the instance, or its alias.');
  const format = FORMATS.find((one) => one === values.format);
  if (!format) throw new WrongOptions(`--format must be one of ${FORMATS.join(', ')}; got "${values.format}".`);
  if (values.by !== 'profile' && values.by !== 'hierarchy')
    throw new WrongOptions(`--by must be profile or hierarchy; got "${values.by}".`);
  if (values['no-groups'] && values.group) throw new WrongOptions('--group and --no-groups exclude each other.');
  if (values.endpoint !== undefined) checkEndpoint(values.endpoint);
  const groups = values['no-groups'] ? [] : values.group;
  return {
    instance: values.instance,
    ...(values.region !== undefined && { region: values.region }),
    ...(values.profile !== undefined && { profile: values.profile }),
    ...(values.endpoint !== undefined && { endpoint: values.endpoint }),
    format,
    grouping: values.by === 'profile' ? 'routing profile' : 'hierarchy',
    ...(groups && { groups }),
    quickConnects: !values['no-quick-connects'],
    filters: (values.filter ?? []).map(filter),
    out: values.out,
    ...(values.rate !== undefined && { requestsPerSecond: above0('rate', values.rate) }),
    ...(values.burst !== undefined && { burst: above0('burst', values.burst) }),
  };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new WrongOptions(error instanceof Error ? error.message : String(error));
  }
}

/** As the provider's own `endpoint`: keys do not travel in the open. */
function checkEndpoint(text: string): void {
  const problem = endpointUrl(text);
  if (problem !== undefined) throw new WrongOptions(`--endpoint ${problem}.`);
  if (isInsecure(text))
    throw new WrongOptions(
      `--endpoint is plain http to another computer: AWS keys would travel for everyone on the way to read. Use https://.`,
    );
}

function above0(option: string, text: string): number {
  const value = Number(text);
  if (!(value > 0) || !Number.isFinite(value)) throw new WrongOptions(`--${option} must be a number above 0; got "${text}".`);
  return value;
}

function filter(text: string): Filter {
  const [, by, what = ''] = /^([a-z-]+)=(.+)$/s.exec(text) ?? [];
  if (by === 'name-prefix' || by === 'routing-profile') return { by, text: what };
  if (by === 'hierarchy') return { by, path: what.split('/').map((part) => part.trim()) };
  if (by === 'tag') {
    const [key = '', ...value] = what.split('=');
    return value.length === 0 ? { by, key } : { by, key, value: value.join('=') };
  }
  throw new WrongOptions(
    `--filter must be name-prefix=TEXT, routing-profile=NAME, hierarchy=TOP/NEXT, tag=KEY or tag=KEY=VALUE; got "${text}".`,
  );
}
