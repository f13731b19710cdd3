import { type Failure, isOutOfTime } from '../../connect/failure';
import { iamActions } from '../../connect/iam-actions';
import { type Diagnostic, type PathStep, withOwn } from '../contract/diagnostic';
import type { ProviderConfiguration } from '../provider-configuration/schema';
import { bareId, INSTANCE } from '../values/identifiers';
import { type Advice, credentialsAdvice, wayAdvice } from './connection-advice';

/**
 * The messages about what Amazon Connect answered: what failed (with names and ids), the likely cause,
 * what to do. One function for each message; no resource words its own.
 */

/** @param action `creating the user "jdoe"`, the beginning of a sentence */
export function callFailed(action: string, failure: Failure, path?: readonly PathStep[]): Diagnostic {
  const way = wayOf(failure);
  const { cause, remedy } = way === 'too-late' ? TOO_LATE : way === 'trouble' ? TROUBLE : ADVICE[way](failure);
  const diagnostic: Diagnostic = {
    severity: 'error',
    summary: `${capitalized(action)} failed: ${SUMMARY[way]}`,
    detail: [answer(failure), reference(failure), uncertainty(failure), extent(failure), '', cause, remedy]
      .filter((line) => line !== undefined)
      .join('\n'),
    ...(path && { path }),
    failure: failure.kind,
    ...(isOfOperation(failure) && { common: `${failure.operation} in ${failure.region}: ${SUMMARY[way]}` }),
    ...(uncertainty(failure) !== undefined && { uncertain: true as const }),
    ...(isOutOfTime(failure) && !failure.ambiguous && { tooLate: true as const }),
  };
  return failure.outage && failure.kind === 'denied' ? withOwn(diagnostic, perhapsUntried(failure)) : diagnostic;
}

/**
 * What a refresh or an import could not read of an instance. What a policy denies of one resource it hardly allows of the next, so it is told once
 * for the operation and the instance: one error ends the plan.
 */
export function cannotRead(what: string, failure: Failure, instance: string): Diagnostic {
  const diagnostic = callFailed(what, failure);
  const { kind, operation, region } = failure;
  if (kind !== 'denied') return diagnostic;
  const id = bareId(INSTANCE, instance);
  return {
    ...diagnostic,
    detail: `${diagnostic.detail}\n\nOther reads with ${operation} in the instance ${id} may fail for the same reason: this is reported in full once.`,
    common: `${operation} in ${region}: ${SUMMARY.denied} in the instance ${id}`,
  };
}

const answer = (failure: Failure): string => {
  const { kind, operation, region, code, message, host } = failure;
  if (kind === 'not-configured' || code === 'Stopped') return sentence(message);
  return host === undefined
    ? `${operation} in ${region} answered ${code}: ${message}`
    : `${operation} in ${region} got no answer from ${host}: ${code}: ${message}`;
};

const sentence = (message: string): string => `${capitalized(message)}${message.endsWith('.') ? '' : '.'}`;

const reference = (failure: Failure): string | undefined =>
  failure.requestId === undefined ? undefined : `Request id: ${failure.requestId}`;

/** Of a request that was sent and not answered; a stop says so itself. */
const uncertainty = ({ ambiguous, kind }: Failure): string | undefined =>
  ambiguous && kind !== 'cancelled'
    ? 'The call may have taken effect all the same: the answer to one try was lost. The next plan shows whether it did.'
    : undefined;

const extent = ({ kind, outage, operation, region }: Failure): string | undefined =>
  outage && kind !== 'denied' ? `${operation} in ${region} now gives this answer to every call.` : undefined;

/** Told of each: a policy may allow this one, as by its tags. */
const perhapsUntried = ({ operation, region }: Failure): string =>
  `This call may not have been tried: ${operation} in ${region} was denied twenty times in a row before.`;

/** Whether all that is asked of the operation is likely to fail so: a plan tells it once. */
const isOfOperation = ({ kind, outage }: Failure): boolean => outage === true || kind === 'denied';

/**
 * How a call fails, for who reads of it: where its time was used up, nobody knows whether anything is wrong with the way to the service;
 * and nothing is wrong with the way where the service answers.
 */
type Way = Failure['kind'] | 'too-late' | 'trouble';

function wayOf(failure: Failure): Way {
  if (failure.kind !== 'unavailable') return failure.kind;
  if (isOutOfTime(failure)) return 'too-late';
  return failure.status === undefined ? 'unavailable' : 'trouble';
}

/** What stands after "failed:". */
export const SUMMARY: Readonly<Record<Way, string>> = {
  'not-found': 'not found',
  conflict: 'conflict',
  throttled: 'throttled until the time was up',
  'quota-full': 'a quota is used up',
  denied: 'access denied',
  unauthenticated: 'AWS does not accept the credentials',
  invalid: 'refused by Amazon Connect',
  unavailable: 'Amazon Connect could not be reached',
  trouble: 'Amazon Connect has trouble',
  'too-late': 'the time was up',
  unreachable: 'Amazon Connect does not answer',
  'in-use': 'still in use',
  cancelled: 'stopped',
  'not-configured': 'the provider is not configured yet',
};

const ADVICE: Readonly<Record<Failure['kind'], (failure: Failure) => Advice>> = {
  'not-found': ({ operation }) =>
    operation === 'AssociateUserProficiencies'
      ? {
          cause: 'Likely cause: a predefined attribute, or a value of one, that the instance does not have.',
          remedy: 'Check "attribute_name" and "attribute_value"; run "terraform plan" again if the user was deleted outside Terraform.',
        }
      : {
          cause: 'Likely cause: an id that does not exist (any more) or is of another instance, or the wrong Region.',
          remedy: 'Check the ids and the Region; run "terraform plan" again if something was deleted outside Terraform.',
        },
  conflict: () => ({
    cause: 'Likely cause: the name is taken, or somebody else is changing the same thing.',
    remedy: 'Use another name, import the existing one, or run apply again.',
  }),
  throttled: ({ operation }) => ({
    cause: `Likely cause: other clients use up the rate quota of ${operation} in this account and Region.`,
    remedy:
      'Run the command again: finished changes stay. For a lasting remedy, declare a longer "timeouts" block or have the quota raised (Service Quotas).',
  }),
  'quota-full': () => ({
    cause:
      'Likely cause: a resource quota of the instance or account is used up (users: 500 in an instance unless raised; quick connects: 100). This is not a request rate: waiting does not help.',
    remedy: 'Delete what is no longer needed, or raise the quota in Service Quotas.',
  }),
  denied: ({ operation }) => {
    const actions = iamActions(operation).join(', ');
    return {
      cause: `Likely cause: the policy of the credentials does not allow ${actions || 'it'}.`,
      remedy: actions
        ? `Allow ${actions} on the instance and its resources, or configure other credentials.`
        : 'Configure other credentials.',
    };
  },
  unauthenticated: credentialsAdvice,
  invalid: () => ({
    cause: 'Likely cause: a value that the instance does not accept, as the message says.',
    remedy: 'Correct the configuration and run the command again.',
  }),
  unavailable: () => ({
    cause: 'Likely cause: a network problem, or a wrong "endpoint" or "region".',
    remedy: 'Run the command again: finished changes stay.',
  }),
  unreachable: wayAdvice,
  'in-use': () => ({
    cause: 'Likely cause: something else still refers to it.',
    remedy: 'Remove what refers to it, then run apply again.',
  }),
  cancelled: () => ({
    cause: 'Terraform asked the provider to stop before this was finished.',
    remedy: 'Run the command again: it goes on where this one stopped.',
  }),
  'not-configured': () => ({
    cause: 'A value in the "provider" block comes from a resource that does not exist yet, or is about to change.',
    remedy: 'First apply that resource ("terraform apply -target=..."), or configure the provider with known values.',
  }),
};

/** The service answers, and cannot do what it is asked for. */
const TROUBLE: Advice = {
  cause: 'Likely cause: trouble at the service (see the AWS Health Dashboard), or at a proxy or "endpoint" that answers in its place.',
  remedy: 'Run the command again later: finished changes stay.',
};

/** The time was used up before the service said anything to this call: what is wrong may lie before it. */
const TOO_LATE: Advice = {
  cause: 'Likely cause: earlier calls used up the time, because the service was slow or throttled them; or a network problem.',
  remedy: 'Run the command again: finished changes stay. To give it more time, declare a longer "timeouts" block.',
};

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The provider cannot be configured: no Region, no credentials, or a role that it may not take on. */
export function cannotConnect(failure: Failure, config: Pick<ProviderConfiguration, 'assume_role' | 'profile' | 'region'>): Diagnostic {
  const [role] = config.assume_role;
  const refusedRole = failure.kind === 'unauthenticated' && failure.operation === 'AssumeRole' ? role : undefined;
  const path = pathOf(failure, config);
  return {
    severity: 'error',
    summary: failure.kind === 'unauthenticated' ? 'No valid AWS credentials' : 'The provider cannot be configured',
    detail: [
      failure.kind === 'cancelled' ? sentence(failure.message) : `${failure.code}: ${failure.message}`,
      reference(failure),
      '',
      remedyFor(failure, refusedRole?.role_arn),
    ]
      .filter((line) => line !== undefined)
      .join('\n'),
    ...(path && { path }),
    failure: failure.kind,
  };
}

function pathOf({ kind, operation }: Failure, { profile }: Pick<ProviderConfiguration, 'profile'>): readonly PathStep[] | undefined {
  if (operation === 'ResolveRegion') return ['region'];
  if (kind !== 'unauthenticated') return undefined;
  if (operation === 'AssumeRole') return ['assume_role', 0, 'role_arn'];
  return profile === null ? undefined : ['profile'];
}

function remedyFor(failure: Failure, role: string | undefined): string {
  if (failure.operation === 'ResolveRegion')
    return failure.code === 'InvalidRegion'
      ? 'Declare the right Region as "region", or correct it at its source.'
      : 'Declare "region", or set AWS_REGION.';
  if (failure.kind !== 'unauthenticated') return ADVICE[failure.kind](failure).remedy;
  if (role !== undefined && failure.code.startsWith('AccessDenied')) {
    return `Check that the credentials may call sts:AssumeRole on ${role}, and that the trust policy of the role allows them to (with "external_id", if the policy asks for one).`;
  }
  if (failure.status !== undefined) return credentialsAdvice(failure).remedy;
  return failure.profile !== undefined
    ? `Check the name of the profile. Check that the shared configuration or credentials file has credentials for it (a credential_process must work by itself). If the profile uses SSO, sign in: "aws sso login --profile ${failure.profile}".`
    : 'Declare "profile", or "access_key" and "secret_key", or set them up where the AWS SDK looks: environment, shared files, container or instance.';
}
