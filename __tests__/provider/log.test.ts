import type { LogLevel } from '../../connect/logger';
import { createLogger, logLevel } from '../../provider/plugin/log';

describe("the provider's log", () => {
  test.each<[string, NodeJS.ProcessEnv, LogLevel | undefined]>([
    ['nothing by default', {}, undefined],
    ['what TF_LOG says', { TF_LOG: 'WARN' }, 'warn'],
    ['what TF_LOG_PROVIDER says, before TF_LOG', { TF_LOG: 'ERROR', TF_LOG_PROVIDER: 'debug' }, 'debug'],
    ['nothing when switched off', { TF_LOG: 'trace', TF_LOG_PROVIDER: 'off' }, undefined],
    ['everything as JSON', { TF_LOG: 'JSON' }, 'trace'],
  ])('holds %s', (_name, environment, level) => {
    expect(logLevel(environment)).toBe(level);
  });

  test('is made of lines that Terraform reads', () => {
    const lines: string[] = [];
    const log = createLogger('provider.toy', 'info', (line) => lines.push(line));
    log.debug('left out');
    log.warn('two\nlines', { region: 'eu-west-2', tries: 3, '@level': 'x' });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^[^\n]*\n$/);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      '@level': 'warn',
      '@message': 'two\nlines',
      '@module': 'provider.toy',
      '@timestamp': expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/),
      region: 'eu-west-2',
      tries: 3,
    });
  });
});
