import { parseArgs } from 'node:util';
import { suggestion } from '../custom-resources/lookup/suggestion';
import { HELP } from './usage';
import { type Verb, WrongCommandLine } from './verb';

/** The verb that a command line begins with, and what follows it. */
export function verbOf<V extends Verb>(
  verbs: readonly V[],
  argv: readonly string[],
): { readonly verb: V; readonly rest: readonly string[] } {
  for (const verb of verbs) {
    const words = verb.name.split(' ');
    if (words.every((word, index) => argv[index] === word)) return { verb, rest: argv.slice(words.length) };
  }
  const [first = ''] = argv;
  const second = verbs.filter(({ name }) => name.startsWith(`${first} `)).map(({ name }) => name);
  if (second.length > 0) throw new WrongCommandLine(`${first} needs another word: ${second.join(' or ')}`);
  const names = verbs.map(({ name }) => name);
  const near = argv.length > 1 ? suggestion(argv.slice(0, 2).join(' '), names) : '';
  throw new WrongCommandLine(
    `there is no ${first.startsWith('-') ? 'option' : 'verb'} "${first}"${suggestion(first, ['help', ...names]) || near}`,
  );
}

/** Whether a command line asks for help only. Fails on an option that the verb does not have. */
export function asksForHelp(verb: Verb, argv: readonly string[]): boolean {
  const options = { ...verb.options, help: HELP };
  const { tokens, values } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
  for (const token of tokens)
    if (token.kind === 'option' && !Object.hasOwn(options, token.name)) {
      const similar = Object.keys(options).map((name) => `--${name}`);
      throw new WrongCommandLine(`${verb.name} has no option "${token.rawName}"${suggestion(token.rawName, similar)}`);
    }
  return values['help'] === true;
}

/** What is wrong with a command line, if an error says so: one of ours, or one of Node's `parseArgs`. */
export function complaintOf(error: unknown): string | undefined {
  const { name, message, code } = error as { readonly name?: unknown; readonly message: string; readonly code?: unknown };
  if (name === WrongCommandLine.name) return message;
  return String(code).startsWith('ERR_PARSE_ARGS') ? message.replace(/\. .*|\n[^]*/, '') : undefined;
}
