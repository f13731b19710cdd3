import { translate } from '../../connect/calls/translate';
import { CredentialsError } from '../../connect/credentials/credentials-error';

const write = { operation: 'CreateUser', region: 'eu-central-1', writes: true, sent: true };

const answer = (name: string, httpStatusCode: number, message = 'because'): Error =>
  Object.assign(new Error(message), { name, $metadata: { httpStatusCode, requestId: 'r-1' } });

const network = (code: string, message = code): Error => Object.assign(new Error(message), { code });

describe('what the service and the network say, in the words of the provider', () => {
  it.each([
    ['ResourceNotFoundException', 404, 'not-found'],
    ['DuplicateResourceException', 409, 'conflict'],
    ['ResourceConflictException', 409, 'conflict'],
    ['ConditionalOperationFailedException', 409, 'conflict'],
    ['ResourceInUseException', 409, 'in-use'],
    ['ResourceNotReadyException', 409, 'unavailable'],
    ['LimitExceededException', 429, 'quota-full'],
    ['ServiceQuotaExceededException', 402, 'quota-full'],
    ['ThrottlingException', 429, 'throttled'],
    ['TooManyRequestsException', 429, 'throttled'],
    ['NobodyKnowsThisException', 429, 'throttled'],
    ['InvalidRequestException', 400, 'invalid'],
    ['InvalidParameterException', 400, 'invalid'],
    ['ValidationException', 400, 'invalid'],
    ['AccessDeniedException', 403, 'denied'],
    ['AccessDenied', 403, 'denied'],
    ['NobodyKnowsThisException', 403, 'denied'],
    ['UnrecognizedClientException', 403, 'unauthenticated'],
    ['InvalidClientTokenId', 403, 'unauthenticated'],
    ['InvalidSignatureException', 403, 'unauthenticated'],
    ['SignatureDoesNotMatch', 403, 'unauthenticated'],
    ['MissingAuthenticationTokenException', 403, 'unauthenticated'],
    ['RequestTimeTooSkewed', 403, 'unauthenticated'],
    ['ExpiredTokenException', 400, 'unauthenticated'],
    ['OptInRequired', 403, 'unauthenticated'],
    ['InternalServiceException', 500, 'unavailable'],
    ['NobodyKnowsThisException', 503, 'unavailable'],
    ['NobodyKnowsThisException', 418, 'invalid'],
  ])('takes %s with HTTP %i as %s', (code, status, kind) => {
    expect(translate(answer(code, status), write)).toMatchObject({
      kind,
      code,
      status,
      operation: 'CreateUser',
      region: 'eu-central-1',
      message: 'because',
      requestId: 'r-1',
    });
  });

  it('does not take a 404 that the service did not give itself for a thing that is gone', () => {
    expect(translate(answer('Unknown', 404), write)).toMatchObject({ kind: 'unreachable', code: 'UnreadableAnswer' });
  });

  it.each([401, 403, 407])(
    'does not take a page with HTTP %i, of a proxy or a network to log in to, for a missing permission',
    (status) => {
      expect(translate(answer('Unknown', status), write)).toMatchObject({ kind: 'unreachable', code: 'UnreadableAnswer' });
    },
  );

  it.each([
    'ENOTFOUND',
    'EAI_AGAIN',
    'ECONNREFUSED',
    'EHOSTUNREACH',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'CERT_HAS_EXPIRED',
    'EPROTO',
  ])('says that nobody answers for %s, and where', (code) => {
    const error = Object.assign(network(code), { host: 'connect.eu-central-1.amazonaws.com' });
    expect(translate(error, write)).toMatchObject({ kind: 'unreachable', code, host: 'connect.eu-central-1.amazonaws.com' });
  });

  it.each([
    ['the answer broke off', network('ECONNRESET'), true],
    ['nobody listened', network('ECONNREFUSED'), undefined],
    ['the host name is unknown', network('ENOTFOUND'), undefined],
    ['the service failed', answer('InternalServiceException', 500), true],
    ['the service refused', answer('InvalidRequestException', 400), undefined],
  ])('says of a write whether it may have taken effect when %s', (_, error, ambiguous) => {
    expect(translate(error, write).ambiguous).toBe(ambiguous);
  });

  it('never says so of a read, or of a request that was not sent', () => {
    expect(translate(network('ECONNRESET'), { ...write, writes: false }).ambiguous).toBeUndefined();
    expect(translate(network('ECONNRESET'), { ...write, sent: false }).ambiguous).toBeUndefined();
  });

  it('names what the network said when all addresses of a host refuse', () => {
    const refused = network('ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:1');
    const all = Object.assign(new AggregateError([refused], ''), { code: 'ECONNREFUSED' });
    expect(translate(all, write)).toMatchObject({ kind: 'unreachable', code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1:1' });
  });

  it('names the source of the credentials and the step that was denied', () => {
    const denied = new CredentialsError(
      'the role arn:aws:iam::1:role/x',
      'AssumeRole',
      'eu-central-1',
      answer('AccessDenied', 403, 'not you'),
    );
    expect(translate(denied, write)).toMatchObject({
      kind: 'unauthenticated',
      operation: 'AssumeRole',
      code: 'AccessDenied',
      message: 'No credentials from the role arn:aws:iam::1:role/x: not you',
    });
  });

  it('does not take a token service that is out of reach for a denial', () => {
    const away = new CredentialsError('the role x', 'AssumeRole', 'eu-central-1', network('ECONNREFUSED'));
    expect(translate(away, write).kind).toBe('unreachable');
  });

  it('lets bugs of the provider through as what they are', () => {
    const bug = new TypeError('undefined is not a function');
    expect(() => translate(bug, write)).toThrow(bug);
  });
});
