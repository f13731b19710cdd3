import { encodeDiagnostics } from '../../provider/rpc/diagnostics';

const told = (summary: string, detail = ''): { summary: string; detail: string } => {
  const [diagnostic = { summary: '', detail: '' }] = encodeDiagnostics([{ severity: 'error', summary, detail }], (text) => text);
  return { summary: diagnostic.summary, detail: diagnostic.detail };
};

describe('a message on the terminal', () => {
  test.each([
    ['ESC, which begins a command to the terminal', '\u001b[31mred', '<U+001B>[31mred'],
    ['BEL and backspace', 'a\u0007\bb', 'a<U+0007><U+0008>b'],
    ['a return to the beginning of the line', 'real\rfake', 'real<U+000D>fake'],
    ['C1 controls', '\u009b2J', '<U+009B>2J'],
    ['delete', '\u007f', '<U+007F>'],
    ['a turn of the direction of writing', 'abc\u202Efdp.exe\u202C\u2066x\u2069', 'abc<U+202E>fdp.exe<U+202C><U+2066>x<U+2069>'],
    ['marks of direction', '\u061C\u200E\u200F', '<U+061C><U+200E><U+200F>'],
    ['line separators of Unicode', 'a\u2028b\u2029', 'a<U+2028>b<U+2029>'],
    ['invisible tags', '\u{E0041}', '<U+E0041>'],
    ['half a character', '\ud83d', '<U+D83D>'],
    ['what makes two names look like one', 'ada\u200b\u00ad \u2060a\u200dda\ufe0f', 'ada<U+200B><U+00AD> <U+2060>a<U+200D>da<U+FE0F>'],
    ['joiners that join nothing', 'e\u0301\u200cb O\u2019\u200db 中\u200db', 'e\u0301<U+200C>b O\u2019<U+200D>b 中<U+200D>b'],
    ['blanks that are no spaces', 'Sales\u00a0Team\u2003\u3164\u2800', 'Sales<U+00A0>Team<U+2003><U+3164><U+2800>'],
    ['a command to Azure Pipelines', 'x ##vso[task.setvariable variable=a]b', 'x #<U+0023>vso[task.setvariable variable=a]b'],
    ['a command to GitHub Actions', '##[group]x', '#<U+0023>[group]x'],
  ])('shows %s', (_name, text, shown) => {
    expect(told(text, text)).toEqual({ summary: shown, detail: shown });
  });

  test('keeps letters of every script, and emoji made of several characters', () => {
    const text = 'Zoë 李 Иван שלום مرحبا 👩‍💻 क्‍ष می\u200cخواهم ☎\ufe0f 1\ufe0f\u20e3 ❤\ufe0f\u200d🔥 山田\u3000太郎 \u06dd٧ #7 [x] ## 2';
    expect(told(text, text)).toEqual({ summary: text, detail: text });
  });

  test('keeps line breaks and tabs of a detail; a summary is one line', () => {
    expect(told('a\nError: b', 'a\r\n\tb\n')).toEqual({ summary: 'a<U+000A>Error: b', detail: 'a\n\tb\n' });
  });

  test('is cut in the middle when it is long, and says by how much', () => {
    const { summary, detail } = told(
      `Creating the user "${'x'.repeat(1000)}" failed: access denied`,
      `Answer: ${'x'.repeat(1_000_000)}\n\nAllow connect:CreateUser.`,
    );
    expect(summary).toMatch(/^Creating the user "x+ \[\.\.\. \d+ characters left out \.\.\.\] x+" failed: access denied$/);
    expect(summary.length).toBeLessThan(310);
    expect(detail).toMatch(/^Answer: x+ \[\.\.\. 990\d\d\d characters left out \.\.\.\] x+\n\nAllow connect:CreateUser\.$/);
    expect(detail.length).toBeLessThan(10_100);
  });
});
