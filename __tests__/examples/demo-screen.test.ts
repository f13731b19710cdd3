import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { thisPackage } from '../../constructs/plugin/built-plugin';
import { inColour } from '../../examples/demo/screen';

const ESCAPE = String.fromCharCode(27);

test.each([
  ['on a terminal', { isTTY: true }, {}, true],
  ['with an empty NO_COLOR', { isTTY: true }, { NO_COLOR: '' }, true],
  ['with NO_COLOR', { isTTY: true }, { NO_COLOR: '1' }, false],
  ['on a terminal that cannot', { isTTY: true }, { TERM: 'dumb' }, false],
  ['in a file or a pipe', {}, {}, false],
] as const)('the demo %s', (_where, stream, env, colours) => {
  expect(inColour(stream, env)).toBe(colours);
});

/** `script`, of util-linux, gives a program a terminal. */
const hasScript = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;
(hasScript ? describe : describe.skip)('what the demo says', () => {
  const screen = join(thisPackage().root, 'dist', 'examples', 'demo', 'screen.js');
  const program = `const { during, paint, say } = require(${JSON.stringify(screen)}); during('Planning', Promise.resolve()).then(() => say(paint('green', 'done')));`;
  const said = (command: string, args: readonly string[], env: NodeJS.ProcessEnv): string =>
    spawnSync(command, args, { encoding: 'utf8', env: { ...process.env, TERM: 'xterm', NO_COLOR: undefined, PROGRAM: program, ...env } })
      .stdout;
  const onTerminal = (env: NodeJS.ProcessEnv = {}): string =>
    said('script', ['-qec', `"${process.execPath}" -e "$PROGRAM"`, '/dev/null'], env);

  it('is coloured on a terminal, which also shows what is under way', () => {
    expect(onTerminal()).toBe(`Planning ...\r${ESCAPE}[K${ESCAPE}[32mdone${ESCAPE}[0m\r\n`);
  });

  it('has no colour there with NO_COLOR', () => {
    expect(onTerminal({ NO_COLOR: '1' })).toBe(`Planning ...\r${ESCAPE}[Kdone\r\n`);
  });

  it('is plain elsewhere', () => {
    expect(said(process.execPath, ['-e', program], {})).toBe('done\n');
  });
});
