import { type Rich, visible } from '../document/rich';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

/** Words from elsewhere, each kept apart from the text around it, whatever direction it is written in. */
export const named = (text: string): string => `<bdi class="name">${text === '' ? '""' : escaped(visible(text))}</bdi>`;

export const html = (rich: Rich): string => rich.map((part) => (typeof part === 'string' ? escaped(part) : named(part.data))).join('');

/** JSON that can stand in a script element. */
export const inScript = (value: unknown): string =>
  JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
