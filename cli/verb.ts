/** What there is to say about a verb of the command: its help, its page and the reading of its options follow from it. */
export interface Verb {
  /** `adopt`; of two words where one would say too little. */
  readonly name: string;
  /** What follows the name on the command line. */
  readonly takes: string;
  /** For the list of all verbs: a line. */
  readonly summary: string;
  /** Paragraphs. */
  readonly about: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  readonly exits: readonly (readonly [status: number, meaning: string])[];
  /** The page that tells more, below docs/. */
  readonly guide?: string;
}

/** As `parseArgs` of Node takes it, with what people are told. */
export interface Option {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly multiple?: boolean;
  readonly default?: string | boolean;
  /** What it takes, `FILE`; nothing for a switch. */
  readonly value?: string;
  readonly text: string;
}

/** A command line that says something else than it should. It ends with the usage of the verb, and with 2. */
export class WrongCommandLine extends Error {
  /** Bundles have classes of their own: known by its name. */
  override readonly name = 'WrongCommandLine';
}
