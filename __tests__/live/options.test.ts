import { readOptions } from './options';

const ID = '11111111-aaaa-4bbb-8ccc-000000000001';
const read = (...args: readonly string[]) => readOptions(['--instance', ID, ...args], { AWS_REGION: 'eu-central-1' });

describe('the command line of the acceptance suite', () => {
  it('takes the Region of the environment, and goes slower than the quota', () => {
    expect(read()).toMatchObject({
      instance: ID,
      region: 'eu-central-1',
      rate: 1,
      prefix: 'tflive-',
      report: 'docs/proven',
      yes: false,
      sweep: false,
    });
  });

  it('keeps reports of runs against anything else than Amazon Connect out of the proofs', () => {
    expect(read('--endpoint', 'http://127.0.0.1:4599')).not.toHaveProperty('report');
    expect(read('--endpoint', 'http://127.0.0.1:4599', '--report', '/tmp/here')).toHaveProperty('report', '/tmp/here');
  });

  it.each([
    ['an alias in place of an id', ['--instance', 'demo'], '--instance'],
    ['two kinds of group', ['--group', ID, '--new-group'], 'exclude'],
    ['a prefix that others may use', ['--prefix', 'a-'], '--prefix'],
    ['an empty prefix', ['--prefix', ''], '--prefix'],
    ['no rate', ['--rate', '0'], '--rate'],
    ['an unknown part', ['--only', 'nothing'], '--only'],
    ['an unknown option', ['--force'], '--force'],
  ])('refuses %s', (_, args, text) => {
    expect(() => read(...args)).toThrow(text);
  });

  it('refuses to guess the Region', () => {
    expect(() => readOptions(['--instance', ID], {})).toThrow('--region');
  });
});
