import { uncovered } from '../../../custom-resources/contract/visible';

/** Text of ours, with words from elsewhere in it: what writes it makes sure that these are shown and never read as markup. */
export type Rich = readonly (string | Data)[];

export interface Data {
  readonly data: string;
}

export const data = (text: string): Data => ({ data: text });

/** A template: texts put into it are from elsewhere, numbers and rich texts are ours. */
export const say = (words: TemplateStringsArray, ...values: readonly (string | number | Rich)[]): Rich =>
  words.flatMap((word, index): Rich => {
    const value = values[index];
    const told =
      value === undefined ? [] : typeof value === 'string' ? [data(value)] : typeof value === 'number' ? [thousands(value)] : value;
    return word === '' ? told : [word, ...told];
  });

export const joined = (items: readonly Rich[], between = ', '): Rich =>
  items.flatMap((item, index) => (index === 0 ? item : [between, ...item]));

export const names = (texts: readonly string[]): Rich => joined(texts.map((text) => [data(text)]));

export const plain = (rich: Rich): string => rich.map((part) => (typeof part === 'string' ? part : visible(part.data))).join('');

/** 12,345: with commas whatever the language of the computer. */
export const thousands = (value: number): string =>
  Number.isInteger(value) ? String(value).replace(/\B(?=(\d{3})+$)/g, ',') : String(value);

/** "1 person", "2 people". */
export const many = (count: number, one: string, more: string): string => `${thousands(count)} ${count === 1 ? one : more}`;

const LONGEST = 160;

/** As one line of at most about 160 characters that shows all that is in it. */
export const visible = (text: string): string =>
  uncovered(text.length > LONGEST ? `${text.slice(0, LONGEST - 30)}… (${thousands(text.length - LONGEST + 30)} more characters)` : text);
