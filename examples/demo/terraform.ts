/** What Terraform says with `-json`, a line each. */
export interface Event {
  readonly type?: string;
  readonly '@message'?: string;
  readonly diagnostic?: {
    readonly severity: string;
    readonly summary: string;
    readonly detail?: string;
    readonly address?: string;
  };
}

export const eventsIn = (text: string): readonly Event[] =>
  text.split('\n').flatMap((line) => {
    try {
      return line.startsWith('{') ? [JSON.parse(line) as Event] : [];
    } catch {
      return [];
    }
  });

/** "Apply complete! Resources: ..." */
export const summaryOf = (events: readonly Event[]): string | undefined =>
  events.findLast(({ type }) => type === 'change_summary')?.['@message'];
