import { text } from '../../adopt/write/typescript-text';

describe('adopted code in TypeScript', () => {
  it.each([
    ["it's", `"it's"`],
    ['say "hi" \\', `'say "hi" \\\\'`],
    ['${a} %{b}', "'$" + '${a} %%{b}' + "'"],
    ['x\u202ey \u200b\u00a0\u009b', String.raw`'x\u202ey \u200b\u00a0\u009b'`],
    ['a\u2028b\u{e0041}', String.raw`'a\u2028b\udb40\udc41'`],
    ['Zoë 👩‍💻', `'Zoë 👩‍💻'`],
  ])('writes %j as %s, of which a reader sees all', (value, code) => {
    expect(text(value)).toBe(code);
  });
});
