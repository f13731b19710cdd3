import type { Failure } from '../../connect/failure';

/** What is likely wrong when no call to Amazon Connect can pass, and what to do. */
export interface Advice {
  readonly cause: string;
  readonly remedy: string;
}

type Case = readonly [code: RegExp, cause: string, remedy: string];

const CLOCK: Case = [
  /^(RequestExpired|RequestTimeTooSkewed|Signature expired|Signature not yet current)/,
  'Likely cause: the clock of this computer is wrong. AWS refuses a request whose signature is more than five minutes off.',
  'Set the clock, then run the command again.',
];

export const CREDENTIALS: readonly Case[] = [
  [
    /^ExpiredToken/,
    'The session of temporary credentials has expired.',
    'Sign in again (with "aws sso login", or where the credentials come from), then run the command again.',
  ],
  CLOCK,
  [
    /^(InvalidSignature|SignatureDoesNotMatch|IncompleteSignature)/,
    'Likely cause: the secret key does not belong to the access key, or a proxy changes requests on their way.',
    'Check the secret key.',
  ],
  [
    /^(OptInRequired|SubscriptionRequired)/,
    'The account has not enabled the service or the Region.',
    'Enable it in the account, or check the Region and the account.',
  ],
  [
    /^(UnrecognizedClient|InvalidClientTokenId|InvalidToken|InvalidAccessKeyId|AuthFailure)/,
    'Likely cause: AWS does not know the access key (mistyped, deleted, inactive, or of another partition), its session token is missing, or the account has not enabled the Region.',
    'Check the access key, its session token, and the Region.',
  ],
];

export const WAY: readonly Case[] = [
  [
    /^(ENOTFOUND|EAI_)/,
    'Likely cause: no network or name server, or a mistyped "region" or "endpoint". Behind a proxy, host names may not resolve.',
    'Check the network, the "region" and the "endpoint". Behind a proxy, set HTTPS_PROXY.',
  ],
  [/^ECONNREFUSED$/, 'No server listens there.', 'Check the "endpoint" and the proxy, and that the server runs.'],
  [
    /^Proxy(Refused|Failed)$/,
    'The proxy does not let the request pass.',
    'Check HTTPS_PROXY (or HTTP_PROXY), with the user and password that the proxy asks for, or exclude the host with NO_PROXY.',
  ],
  [
    /^(ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)$/,
    'The certificate is for another host name. Likely cause: another server answers (a proxy, the login page of a network, a wrong name server), or the "endpoint" is given by a name that its certificate does not have.',
    'Check the network and HTTPS_PROXY. If the "endpoint" is a server of your own, give it by a name that its certificate has.',
  ],
  [
    /^(CERT_|ERR_TLS_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_)/,
    'The certificate of the host is not trusted. Likely cause: a proxy that inspects TLS connections, or a server with a private certificate.',
    'Put the CA certificates to trust into a PEM file, and name the file in AWS_CA_BUNDLE (or in ca_bundle of the AWS profile, or in NODE_EXTRA_CA_CERTS).',
  ],
  [/^(ERR_SSL_|EPROTO$)/, 'Likely cause: the server does not speak TLS at this port.', 'Check the "endpoint".'],
  [
    /^UnreadableAnswer$/,
    'Another server than Amazon Connect answered.',
    'Check the "endpoint" and the proxy. If the network asks for a login, log in.',
  ],
];

/** The code, but for a signature out of time: it has the code of one by a wrong key. */
const codeOf = ({ code, message }: Failure): string => /Signature (expired|not yet current)/.exec(message)?.[0] ?? code;

const found = (cases: readonly Case[], code: string): Advice | undefined => {
  const [, cause, remedy] = cases.find(([pattern]) => pattern.test(code)) ?? [];
  return cause !== undefined && remedy !== undefined ? { cause, remedy } : undefined;
};

export function credentialsAdvice(failure: Failure): Advice {
  const code = codeOf(failure);
  const { cause, remedy } = found(CREDENTIALS, code) ?? {
    cause: 'Likely cause: the credentials are missing, wrong or expired.',
    remedy: 'Check them, or configure others.',
  };
  const ofNoKey = failure.credentials === undefined || CLOCK[0].test(code);
  return { cause, remedy: ofNoKey ? remedy : `${remedy} The credentials come from ${failure.credentials}.` };
}

/** Whether the trouble is with a proxy that is set: no name but its own is looked up, and no other connection made. */
const isOfProxy = ({ host = '', code }: Failure): boolean =>
  / through the proxy /.test(host) && !/CERT|TLS|^UNABLE_TO_|^Proxy|HOSTNAME/.test(code);

const PROXY: Advice = {
  cause: 'Likely cause: the proxy cannot be reached, is not a proxy, or does not connect to that host.',
  remedy:
    'Check HTTPS_PROXY (or HTTP_PROXY), its host, its port, and whether it begins with "http://" or "https://". Or exclude the host with NO_PROXY.',
};

export const wayAdvice = (failure: Failure): Advice =>
  (isOfProxy(failure) ? PROXY : found(WAY, failure.code)) ?? {
    cause: 'Likely cause: no network, a firewall or VPN that drops requests, or a wrong "endpoint".',
    remedy: 'Check the network and the "endpoint". Behind a proxy, set HTTPS_PROXY.',
  };
