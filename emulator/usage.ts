/** The options of the emulator as a program, with what people are told of them. */
export const OPTIONS = {
  port: { type: 'string', value: 'N', text: 'port on 127.0.0.1 (default: any free one)' },
  seed: { type: 'string', value: 'demo|empty', text: 'what a fresh emulator holds (default: demo)' },
  state: { type: 'string', value: 'FILE', text: 'keep the state there; what it holds takes the place of the seed' },
  rate: { type: 'string', value: 'N|off', text: 'requests per second of each operation, account and Region (default: 2)' },
  burst: { type: 'string', value: 'N', text: 'requests at once (default: 5)' },
  'consistency-delay': { type: 'string', value: 'MS', text: 'until a new thing is found (default: 0)' },
  'mirror-delay': { type: 'string', value: 'MS', text: 'until the other Region sees a change (default: 0)' },
  'time-scale': { type: 'string', value: 'N', text: "how many times faster the emulator's time runs (default: 1)" },
} as const;
