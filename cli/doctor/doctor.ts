/**
 * The verb `doctor`, bundled on its own: it brings the AWS SDK along. Looks for what would keep plans and applies from working, and
 * changes nothing.
 */
import { parseArgs } from 'node:util';
import { systemClock } from '../../connect/clock';
import { isInsecure } from '../../connect/connection';
import type { Logger } from '../../connect/logger';
import { openConnect } from '../../connect/open';
import { uncoveredLines } from '../../custom-resources/contract/visible';
import { endpointUrl } from '../../custom-resources/values/checks';
import { withoutSecrets } from '../secrets';
import type { Terminal } from '../terminal';
import { WrongCommandLine } from '../verb';
import { DOCTOR } from '../verbs/doctor';
import { instanceOf, lostConnection } from './amazon-connect';
import { computer } from './computer';
import { type Finding, shown } from './finding';
import { permissions } from './permissions';
import { quotas } from './quotas';

/** For all calls together: lists of 50,000 users take half a minute. */
const LONGEST_MS = 3 * 60_000;

/** Gives the exit status: 1 when something is wrong. Fails on a command line that makes no sense. */
export async function runDoctor(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { values } = parseArgs({ args: [...argv], options: DOCTOR.options });
  const { endpoint } = values;
  const problem = endpoint === undefined ? undefined : (endpointUrl(endpoint) ?? (isInsecure(endpoint) ? INSECURE : undefined));
  if (problem !== undefined) throw new WrongCommandLine(`--endpoint ${problem}`);

  const secrets: string[] = [];
  const all: Finding[] = [];
  const tell = (title: string, findings: readonly Finding[]): void => {
    all.push(...findings);
    terminal.print(`${title}\n${findings.map((one) => `${cleaned(shown(one), secrets)}\n`).join('')}\n`);
  };
  tell('This computer', computer(process.env));
  if (!values['skip-connect']) await look(values, tell, (secret) => void secrets.push(secret));
  const count = (mark: Finding['mark']): number => all.filter((one) => one.mark === mark).length;
  terminal.print(`${count('wrong')} wrong, ${count('warning')} to look at, ${count('ok')} ok.\n`);
  return count('wrong') > 0 ? 1 : 0;
}

const INSECURE = 'is plain http to another computer: anyone on the network path could read AWS keys. Use https://';

interface Asked {
  readonly instance?: string;
  readonly region?: string;
  readonly profile?: string;
  readonly endpoint?: string;
}

async function look(
  { instance: asked, ...connection }: Asked,
  tell: (title: string, findings: readonly Finding[]) => void,
  keepSecret: (secret: string) => void,
): Promise<void> {
  const { region, profile, endpoint } = connection;
  const opened = await openConnect(
    {
      ...(region !== undefined && { region }),
      ...(profile !== undefined && { profile }),
      ...(endpoint !== undefined && { endpoint }),
      maxRetries: 2,
      userAgent: 'cdktf-amazon-connect-doctor',
    },
    { clock: systemClock, log: SILENT, keepSecret },
  );
  if (!opened.ok) return tell('Amazon Connect', [lostConnection(opened.failure)]);
  const gateway = opened.value.gateway({ signal: new AbortController().signal, timeoutMs: LONGEST_MS });
  const { findings, instance } = await instanceOf(gateway, asked);
  tell('Amazon Connect', findings);
  if (!instance) return;
  tell('What these credentials may do', await permissions(gateway, instance.id));
  tell('Quotas', await quotas(gateway, instance));
}

/** Without secrets, and with nothing in it that a terminal would obey. */
const cleaned = (text: string, secrets: readonly string[]): string => uncoveredLines(withoutSecrets(text, secrets));

const silent = (): void => undefined;
const SILENT: Logger = { trace: silent, debug: silent, info: silent, warn: silent, error: silent };
