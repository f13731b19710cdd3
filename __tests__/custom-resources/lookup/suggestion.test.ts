import { suggestion } from '../../../custom-resources/lookup/suggestion';

const NAMES = ['Basic Queue', 'Sales', 'Support', 'Sam'];

it.each([
  ['Salse', '; did you mean "Sales"?'],
  ['Suport', '; did you mean "Support"?'],
  ['Basic', '; did you mean "Basic Queue"?'],
  ['Smm', '; did you mean "Sam"?'],
])('%s may be meant for another name', (asked, told) => {
  expect(suggestion(asked, NAMES)).toBe(told);
});

it('a name that is near to none suggests none, and a few letters do not stand for a long name', () => {
  expect(['Billing', 'Bas'].map((asked) => suggestion(asked, ['Basic Queue', 'Support']))).toEqual(['', '']);
  expect(suggestion('Sales', [])).toBe('');
});
