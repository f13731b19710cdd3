import { readOptions } from '../../adopt/options';

describe('the options of adopt', () => {
  it('need an instance, and nothing else', () => {
    expect(readOptions(['--instance', 'acme'])).toEqual({
      instance: 'acme',
      format: 'ts',
      grouping: 'routing profile',
      quickConnects: true,
      filters: [],
      out: 'agents',
    });
  });

  it('choose agents by several filters', () => {
    const filters = ['name-prefix=ber.', 'routing-profile=Sales = EU', 'hierarchy=Europe / Berlin', 'tag=site', 'tag=team=a=b'];
    expect(readOptions(['--instance', 'acme', ...filters.flatMap((filter) => ['--filter', filter])])).toMatchObject({
      filters: [
        { by: 'name-prefix', text: 'ber.' },
        { by: 'routing-profile', text: 'Sales = EU' },
        { by: 'hierarchy', path: ['Europe', 'Berlin'] },
        { by: 'tag', key: 'site' },
        { by: 'tag', key: 'team', value: 'a=b' },
      ],
    });
  });

  it.each([
    [[], '--instance is missing'],
    [['--instance', 'acme', '--format', 'xml'], '--format must be one of'],
    [['--instance', 'acme', '--by', 'name'], '--by must be profile or hierarchy'],
    [['--instance', 'acme', '--rate', '0'], '--rate must be a number above 0'],
    [['--instance', 'acme', '--out', ''], '--out is empty: is a variable not set?'],
    [['--instance', 'acme', '--filter', 'site=Leeds'], '--filter must be name-prefix=TEXT'],
    [['--instance', 'acme', '--group', 'Voice', '--no-groups'], 'exclude each other'],
    [['--instance', 'acme', '--endpoint', 'http://connect.example.com'], 'plain http to another computer'],
    [['--instance', 'acme', '--endpoint', 'somewhere'], '--endpoint must be a URL'],
    [['acme'], "Unexpected argument 'acme'"],
  ])('are refused with the reason: %j', (argv, reason) => {
    expect(() => readOptions(argv)).toThrow(reason);
  });
});
