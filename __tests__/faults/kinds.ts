import { model } from '../../emulator/model/api-model';
import { ServiceError } from '../../emulator/wire/service-error';
import { stsError } from '../../emulator/wire/sts';
import type { Answer } from '../../emulator/emulator';
import { misshapen } from './misshapen';
import { pagesAmiss } from './pages';
import type { Exchange } from './server';

/** What can be expected of the provider, by what goes wrong. */
export type Family =
  /** The service refuses, and means it. */
  | 'refusal'
  /** It will pass, if it happens once. */
  | 'passing'
  /** Nobody can tell whether the service did what was asked. */
  | 'lost'
  /** Who calls is not, or no longer, who may. */
  | 'credentials'
  /** The answer is not one of the service. */
  | 'unreadable'
  /** A list is told in another way than usual. */
  | 'pages';

export interface Fault {
  readonly name: string;
  readonly family: Family;
  /** What a diagnostic about it has to hold one of, when it lasts. */
  readonly told: RegExp;
  /** @param first the exchange that it began with */
  readonly meet: (exchange: Exchange, first: Exchange) => Promise<void>;
  /** It is about a member of this answer. */
  readonly ofAnswer?: boolean;
  /** Once it is there, it meets the calls of all operations. */
  readonly everywhere?: boolean;
}

const later =
  (act: (exchange: Exchange) => void) =>
  (exchange: Exchange): Promise<void> =>
    Promise.resolve(act(exchange));
const done =
  (act: (exchange: Exchange, answer: Answer) => void) =>
  async (exchange: Exchange): Promise<void> =>
    act(exchange, await exchange.perform());

const JSON_HEADERS = { 'content-type': 'application/json', 'x-amzn-RequestId': '00000000-0000-4000-8000-00000000fa17' };

function refusal(
  code: string,
  family: Family,
  {
    status,
    message = 'Somebody asked for this.',
    told = code,
  }: { readonly status?: number; readonly message?: string; readonly told?: string } = {},
): Fault {
  const error = new ServiceError(code, message, {}, status);
  return {
    name: code,
    family,
    told: new RegExp(told),
    meet: later(({ operation, send }) =>
      send(
        operation === 'AssumeRole'
          ? { status: error.status, headers: { 'content-type': 'text/xml' }, body: stsError(error, 'fault') }
          : { status: error.status, headers: { ...JSON_HEADERS, 'x-amzn-ErrorType': code }, body: JSON.stringify({ Message: message }) },
      ),
    ),
  };
}

/** What every service of AWS may answer, whatever its model lists. */
const COMMON: readonly Fault[] = [
  refusal('AccessDeniedException', 'refusal', {
    message: 'User: arn:aws:iam::123456789012:user/someone is not authorized to perform this.',
  }),
  refusal('ExpiredTokenException', 'credentials', {
    message: 'The security token included in the request is expired',
    told: 'ExpiredToken',
  }),
  refusal('UnrecognizedClientException', 'credentials', {
    message: 'The security token included in the request is invalid.',
    told: 'UnrecognizedClient|InvalidClientTokenId',
  }),
  refusal('ThrottlingException', 'passing', { status: 429, message: 'Rate exceeded', told: '[Tt]hrottl' }),
  refusal('InternalFailure', 'lost', { status: 500 }),
  refusal('ServiceUnavailable', 'lost', { status: 503 }),
];

const PASSING: Readonly<Record<string, Family>> = { ThrottlingException: 'passing', InternalServiceException: 'lost' };

const documented = (operation: string): readonly Fault[] => {
  const known = new Set(COMMON.map(({ name }) => name));
  return (model.operations[operation]?.errors ?? [])
    .filter((code) => !known.has(code))
    .map((code) => refusal(code, PASSING[code] ?? 'refusal'));
};

/** The clock of this machine is ten minutes slow: the service says so, and tells its time. */
const SKEW_MS = 600_000;
const skewed: Fault = {
  name: 'the clock is wrong',
  family: 'credentials',
  told: /InvalidSignature|Signature expired/,
  meet: later(({ send }) => {
    const headers = {
      ...JSON_HEADERS,
      'x-amzn-ErrorType': 'InvalidSignatureException',
      date: new Date(Date.now() + SKEW_MS).toUTCString(),
    };
    send({
      status: 403,
      headers,
      body: JSON.stringify({ Message: 'Signature expired: 20260101T000000Z is now earlier than 20260101T000500Z' }),
    });
  }),
};

const NOT_THE_SERVICE = /UnreadableAnswer|IncompleteAnswer|HTTP \d/;
const NETWORK = /UnreadableAnswer|IncompleteAnswer|ECONN|socket hang up|aborted|[Tt]ime/;

const HTML = '<html><head><title>Sign in</title></head><body><h1>Welcome to the hotel</h1></body></html>';
const html = (status: number): Answer => ({ status, headers: { 'content-type': 'text/html' }, body: HTML });

const TRANSPORT: readonly Fault[] = [
  { name: 'cut before it is done', family: 'lost', told: NETWORK, meet: later(({ cut }) => cut()) },
  { name: 'cut after it is done', family: 'lost', told: NETWORK, meet: done(({ cut }) => cut()) },
  { name: 'no answer, and not done', family: 'lost', told: NETWORK, meet: later(({ hang }) => hang()) },
  { name: 'no answer, and done', family: 'lost', told: NETWORK, meet: done(({ hang }) => hang()) },
  { name: 'half an answer', family: 'lost', told: NETWORK, meet: done(({ sendHalf }, answer) => sendHalf(answer)) },
  { name: 'an empty answer', family: 'unreadable', told: NOT_THE_SERVICE, meet: done(({ send }, answer) => send({ ...answer, body: '' })) },
  {
    name: 'JSON that ends too early',
    family: 'unreadable',
    told: NOT_THE_SERVICE,
    meet: done(({ send }, answer) => send({ ...answer, body: `${answer.body.slice(0, -1)},` })),
  },
  { name: 'a page of HTML', family: 'unreadable', told: NOT_THE_SERVICE, meet: later(({ send }) => send(html(200))) },
  { name: 'a page of HTML after it is done', family: 'unreadable', told: NOT_THE_SERVICE, meet: done(({ send }) => send(html(200))) },
  { name: 'a page of HTML with status 403', family: 'unreadable', told: NOT_THE_SERVICE, meet: later(({ send }) => send(html(403))) },
  { name: 'a page of HTML with status 404', family: 'unreadable', told: NOT_THE_SERVICE, meet: later(({ send }) => send(html(404))) },
  { name: 'a page of HTML with status 502', family: 'unreadable', told: NOT_THE_SERVICE, meet: later(({ send }) => send(html(502))) },
];

const named = (name: string): Fault => {
  const found = [...COMMON, ...TRANSPORT].find((fault) => fault.name === name);
  if (!found) throw new Error(`there is no fault ${name}`);
  return found;
};

/** Who called is let in no more; whoever comes with other keys is. */
const keysExpire: Fault = {
  ...named('ExpiredTokenException'),
  name: 'the keys expire',
  meet: async (exchange, first) => {
    if (exchange.accessKeyId === first.accessKeyId) await named('ExpiredTokenException').meet(exchange, first);
    else exchange.send(await exchange.perform());
  },
};

/** What happens to all calls at a time. */
export const OUTAGES: readonly Fault[] = [
  keysExpire,
  { ...named('ServiceUnavailable'), name: 'the service is down' },
  { ...named('ThrottlingException'), name: 'all calls are throttled' },
  { ...named('cut before it is done'), name: 'the network is gone' },
  { ...named('no answer, and not done'), name: 'nobody answers' },
  { ...named('a page of HTML'), name: 'a network wants to be signed in to' },
].map((fault) => ({ ...fault, everywhere: true }));

/** Everything that can go wrong with a call of that operation, which was answered so when all went well. */
export const faultsOf = (operation: string, answer: Answer): readonly Fault[] => [
  ...COMMON,
  ...documented(operation),
  skewed,
  ...TRANSPORT,
  ...misshapen(answer).map(({ name, body }): Fault => ({
    name,
    family: 'unreadable',
    ofAnswer: true,
    told: answer.status < 400 ? NOT_THE_SERVICE : /[A-Z]\w+(Exception|Error)/,
    meet: done(({ send }, given) => send({ ...given, body: body(given.body) })),
  })),
  ...pagesAmiss(operation).map(({ name, meet }): Fault => ({ name, family: 'pages', told: /token|page/i, meet })),
];
