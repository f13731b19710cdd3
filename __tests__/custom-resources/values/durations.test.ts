import { duration, durationBetween, parseDuration, timeoutMs, timeoutsBlock } from '../../../custom-resources/values/durations';

it.each([
  ['500ms', 500],
  ['90s', 90_000],
  ['10m', 600_000],
  ['1h30m', 5_400_000],
  ['1.5h', 5_400_000],
  ['1.25h', 4_500_000],
  ['1h0m0s', 3_600_000],
])('reads %s', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
  expect(duration(text)).toBeUndefined();
});

it.each(['', '10', 'ten minutes', '5 m', '-5m', '1d', '0s', '5m ', '1.25.5h', 'in 5m'])(
  'refuses the timeout %j with an example',
  (text) => {
    expect(duration(text)).toBe(`must be a duration above zero such as "30s", "10m" or "1h30m"; got "${text}"`);
  },
);

it('refuses a duration outside of its limits, and what is none', () => {
  const check = durationBetween('15m', '12h');
  expect(['15m', '1h', '12h', null].map(check)).toEqual([undefined, undefined, undefined, undefined]);
  for (const text of ['14m59s', '12h1s', 'soon']) expect(check(text)).toBe(`must be a duration from "15m" to "12h"; got "${text}"`);
});

it('gives an operation the time that is declared, else its default', () => {
  expect(timeoutMs('90s', '20m')).toBe(90_000);
  expect(timeoutMs(null, '20m')).toBe(1_200_000);
  expect(timeoutMs(undefined, '20m')).toBe(1_200_000);
});

it('offers a timeout for each operation and tells its default', () => {
  const { attributes } = timeoutsBlock({ create: '40m', delete: '20m' });
  expect(Object.keys(attributes)).toEqual(['create', 'delete']);
  expect(attributes.create.description).toContain('Defaults to `40m`');
});
