import { Secrets } from '../../provider/rpc/secrets';
import { toySchema } from '../support/toy-provider/schema';

const redact = (secret: string, text: string): string => {
  const secrets = new Secrets();
  secrets.addString(secret);
  return secrets.redact(text);
};

describe('what is told', () => {
  const secret = 'Gr+ün/"Stuhl" 7?';
  test.each<[string, string]>([
    ['as it is', secret],
    ['in JSON', JSON.stringify({ Password: secret })],
    ['in JSON that is text in JSON', JSON.stringify({ body: JSON.stringify({ Password: secret }) })],
    ['in JSON of ASCII', JSON.stringify(secret).replace('ü', '\\u00fc')],
    ['percent-encoded', `?password=${encodeURIComponent(secret)}`],
    [
      'percent-encoded in small letters',
      `?password=${encodeURIComponent(secret).toLowerCase()}`.replace('gr', 'Gr').replace('stuhl', 'Stuhl'),
    ],
    ['in a form', new URLSearchParams({ password: secret }).toString()],
    ['in base64', Buffer.from(secret).toString('base64')],
    ['in base64 for URLs', Buffer.from(secret).toString('base64url')],
    ['in base64 with something before it', Buffer.from(`ada:${secret}`).toString('base64')],
    ['in base64 between other things', Buffer.from(`{"p":"${secret}","q":1}`).toString('base64')],
    ['in base64 after two bytes', Buffer.from(`1:${secret};`).toString('base64')],
  ])('holds no secret, written %s', (_name, text) => {
    const told = redact(secret, `refused: ${text}.`);
    expect(told).toContain('(sensitive value)');
    expect(told).not.toMatch(/Stuhl|U3R1aG|N0dWh|TdHVob|dHVobC/);
  });

  test('holds no signature, with which a request could be sent again', () => {
    const signature = 'a'.repeat(64);
    const header = `AWS4-HMAC-SHA256 Credential=AKIAX/20260101/us-east-1/connect/aws4_request, SignedHeaders=host, Signature=${signature}`;
    expect(redact('unused-secret', header)).toMatch(/SignedHeaders=host, Signature=\(sensitive value\)$/);
  });

  test('stays readable when a secret is short', () => {
    const text = 'The user "a" of the latest test has a password: a 4711 in 14711 tests.';
    expect(redact('a', text)).toBe(text);
    expect(redact('is', 'this is it')).toBe('this is it');
    expect(redact('test', text)).toBe('The user "a" of the latest (sensitive value) has a password: a 4711 in 14711 tests.');
    expect(redact('4711', text)).toBe('The user "a" of the latest test has a password: a (sensitive value) in 14711 tests.');
    expect(redact('$&.', 'it costs $&.')).toBe('it costs (sensitive value)');
  });

  test('holds none of two secrets, one of which begins like the other', () => {
    const secrets = new Secrets();
    for (const secret of ['Winter2026', 'Winter2026-longer']) secrets.addString(secret);
    expect(secrets.redact('Winter2026-longer, Winter2026')).toBe('(sensitive value), (sensitive value)');
  });

  test('says "(sensitive value)" once for each secret, even where a secret is a word of that', () => {
    const provider = new Secrets();
    const request = new Secrets();
    provider.addString('value');
    request.addString('Passw0rdOfAda');
    expect(request.redact('Passw0rdOfAda of value', provider)).toBe('(sensitive value) of (sensitive value)');
  });

  test('holds neither sensitive nor write-only values of a configuration', () => {
    const secrets = new Secrets();
    secrets.add(toySchema, { name: 'visible', pin: '47114711', secret_wo: 'hidden-for-good' });
    expect(secrets.redact('visible 47114711 hidden-for-good')).toBe('visible (sensitive value) (sensitive value)');
  });
});
