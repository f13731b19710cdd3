/** What was found about one thing. */
export interface Finding {
  readonly mark: 'ok' | 'warning' | 'wrong' | 'not tried';
  readonly text: string;
  /** What to do about it. */
  readonly remedy?: string;
}

export const ok = (text: string): Finding => ({ mark: 'ok', text });
export const warning = (text: string, remedy: string): Finding => ({ mark: 'warning', text, remedy });
export const wrong = (text: string, remedy: string): Finding => ({ mark: 'wrong', text, remedy });
export const notTried = (text: string): Finding => ({ mark: 'not tried', text });

/** Lines for a terminal. */
export const shown = ({ mark, text, remedy }: Finding): string =>
  [
    `  ${mark.padEnd(9)}  ${text}`,
    ...(remedy?.split('\n').map((line, index) => `${' '.repeat(13)}${index === 0 ? '-> ' : '   '}${line}`.trimEnd()) ?? []),
  ].join('\n');
