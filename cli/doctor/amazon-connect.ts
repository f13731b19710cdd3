import type { Failure } from '../../connect/failure';
import type { Gateway, Instance } from '../../connect/gateway';
import { credentialsAdvice, wayAdvice } from '../../custom-resources/failures/connection-advice';
import { bareId, INSTANCE } from '../../custom-resources/values/identifiers';
import { regionAdvice } from '../region-advice';
import { type Finding, ok, warning, wrong } from './finding';
import { failureFinding } from './permissions';

export interface Found {
  readonly findings: readonly Finding[];
  /** Absent where nothing more can be asked. */
  readonly instance?: Instance;
}

/** No call will pass: what is wrong with the credentials or the way to Amazon Connect. */
export function lostConnection(failure: Failure): Finding {
  const { operation, kind, code, message, status, host } = failure;
  if (operation === 'ResolveRegion') return wrong(message, regionAdvice(failure));
  if (kind === 'unreachable') {
    const { cause, remedy } = wayAdvice(failure);
    return wrong(`${host ?? 'Amazon Connect'} does not answer: ${code}: ${message}`, `${cause} ${remedy}`);
  }
  if (kind !== 'unauthenticated') return wrong(`${operation}: ${code}: ${message}`, 'Check the environment of this command.');
  if (status === undefined)
    return wrong(
      message,
      'Check --profile or AWS_PROFILE, or set credentials up where the AWS SDK looks: environment, shared files, SSO ...',
    );
  const { cause, remedy } = credentialsAdvice(failure);
  return wrong(`AWS does not accept the credentials: ${code}: ${message}`, `${cause} ${remedy}`);
}

/** Finds the instance, and says what kind it is. */
export async function instanceOf(connect: Gateway, asked: string | undefined): Promise<Found> {
  const listed = await connect.instances.list();
  if (!listed.ok && ['unauthenticated', 'unreachable'].includes(listed.failure.kind)) return { findings: [lostConnection(listed.failure)] };
  const answers = ok(`Credentials and Region ${connect.region}: Amazon Connect answers`);
  const begun: Finding[] = listed.ok
    ? [answers, ok('connect:ListInstances')]
    : [...(listed.failure.kind === 'denied' ? [answers] : []), failureFinding('connect:ListInstances', listed.failure)];
  const all = listed.ok ? listed.value : [];
  const meant = asked === undefined ? all : all.filter(({ id, alias }) => id === asked || alias === asked);
  const id = meant.length === 1 ? meant[0]?.id : listed.ok ? undefined : idIn(asked);
  if (id === undefined) {
    const aliases = all.map(({ id: one, alias }) => alias ?? one);
    return { findings: [...begun, listed.ok ? whichInstance(connect.region, aliases, asked) : notLookedUp(asked, listed.failure)] };
  }
  const described = await connect.instances.find(bareId(INSTANCE, id));
  if (!described.ok) return { findings: [...begun, failureFinding('connect:DescribeInstance', described.failure), NOT_DESCRIBED] };
  const instance = described.value;
  if (!instance) return { findings: [...begun, whichInstance(connect.region, [], asked)] };
  return { findings: [...begun, ok('connect:DescribeInstance'), ...kindOf(instance)], instance };
}

const NOT_DESCRIBED = wrong(
  'Nothing more is known of the instance: permissions and quotas were not looked at',
  'Mend the line above, and run doctor again.',
);

const idIn = (asked: string | undefined): string | undefined => (asked !== undefined && /^[\da-f-]{36}$/i.test(asked) ? asked : undefined);

/** Only the list tells which id an alias has. */
function notLookedUp(asked: string | undefined, { kind }: Failure): Finding {
  const [what, which] =
    asked === undefined ? ['Which instance? They cannot be listed', 'one'] : [`"${asked}" cannot be looked up`, 'the instance'];
  return wrong(
    what,
    kind === 'denied'
      ? `Name ${which} by its id, the end of its ARN in the Connect console. A program finds it by its alias only where connect:ListInstances is allowed.`
      : 'Run doctor again later.',
  );
}

function whichInstance(region: string, aliases: readonly string[], asked: string | undefined): Finding {
  const there = aliases.length === 0 ? 'none' : aliases.map((alias) => `"${alias}"`).join(', ');
  return wrong(
    `${asked === undefined ? 'Which instance?' : `No instance is called "${asked}".`} In ${region} the account has ${there}`,
    aliases.length === 0 ? 'Check --region, and the account of the credentials.' : 'Name one with --instance.',
  );
}

export function kindOf({ id, alias, status, identityManagement, regions, sourceRegion }: Instance): readonly Finding[] {
  return [
    status === undefined || status === 'ACTIVE'
      ? ok(`The instance "${alias ?? id}" is active`)
      : wrong(`The instance "${alias ?? id}" is ${status}`, 'Wait until it is ACTIVE, or look for the reason in the console.'),
    ok(`Its users: ${USERS[identityManagement] ?? identityManagement}`),
    regions.length > 1
      ? ok(`It is replicated: ${regions.map((region) => `${region}${region === sourceRegion ? ' (source)' : ''}`).join(', ')}`)
      : warning('It has no replica', 'Nothing, unless you want traffic distribution groups: memberships and shares need one.'),
  ];
}

const USERS: Readonly<Record<string, string>> = {
  SAML: 'SAML; they have no password and no e-mail address here',
  CONNECT_MANAGED: 'Amazon Connect keeps them; a new one needs a password (password_wo)',
  EXISTING_DIRECTORY: 'an existing directory; a new one needs directory_user_id',
};
