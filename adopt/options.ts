import { parseArgs } from 'node:util';
import { isInsecure } from '../connect/connection';
import { endpointUrl } from '../custom-resources/values/checks';
import { WrongCommandLine } from '../cli/verb';
import { ADOPT } from '../cli/verbs/adopt';
import type { Grouping } from './model';

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

export function readOptions(argv: readonly string[]): Options {
  const { values } = parseArgs({ args: [...argv], options: ADOPT.options });
  if (!values.instance) throw new WrongCommandLine('--instance is missing: the id of the instance, or its alias.');
  const format = FORMATS.find((one) => one === values.format);
  if (!format) throw new WrongCommandLine(`--format must be one of ${FORMATS.join(', ')}; got "${values.format}".`);
  if (values.by !== 'profile' && values.by !== 'hierarchy')
    throw new WrongCommandLine(`--by must be profile or hierarchy; got "${values.by}".`);
  if (values['no-groups'] && values.group) throw new WrongCommandLine('--group and --no-groups exclude each other.');
  if (values.out === '') throw new WrongCommandLine('--out is empty: is a variable not set? Name the directory to write.');
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

/** As the provider's own `endpoint`: keys do not travel in the open. */
function checkEndpoint(text: string): void {
  const problem = endpointUrl(text);
  if (problem !== undefined) throw new WrongCommandLine(`--endpoint ${problem}.`);
  if (isInsecure(text))
    throw new WrongCommandLine(
      `--endpoint is plain http to another computer: anyone on the network path could read AWS keys. Use https://.`,
    );
}

function above0(option: string, text: string): number {
  const value = Number(text);
  if (!(value > 0) || !Number.isFinite(value)) throw new WrongCommandLine(`--${option} must be a number above 0; got "${text}".`);
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
  throw new WrongCommandLine(
    `--filter must be name-prefix=TEXT, routing-profile=NAME, hierarchy=TOP/NEXT, tag=KEY or tag=KEY=VALUE; got "${text}".`,
  );
}
