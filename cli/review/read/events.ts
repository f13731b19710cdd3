import { type Json, type JsonObject, objectIn, textIn } from './json';

/** What `terraform plan -json` said while it planned. */
export interface Events {
  /** What it was read from, for messages. */
  readonly source: string;
  readonly diagnostics: readonly Diagnostic[];
  /** The addresses that it plans to change; none where it failed before that. */
  readonly planned: ReadonlySet<string>;
}

export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  readonly detail: string;
  readonly address: string | undefined;
}

/** Lines that are no JSON, such as those of a shell, are passed over. Throws why it is no such stream. */
export function eventsOf(text: string, source: string): Events {
  const messages = text.split('\n').flatMap(messageIn);
  if (!messages.some((message) => message['@module'] === 'terraform.ui' || message['@level'] !== undefined))
    throw new Error('it is not the output of "terraform plan -json": one JSON object on each line, with "@level"');
  if (isCutOff(text))
    throw new Error(
      'it is cut off in its last line, so warnings about quick connects and memberships of leavers may be missing. Plan again',
    );
  return {
    source,
    diagnostics: messages.flatMap(({ type, diagnostic }) => (type === 'diagnostic' ? [diagnosticOf(objectIn(diagnostic))] : [])),
    planned: new Set(messages.flatMap((message) => plannedBy(message))),
  };
}

/** Warnings are the last that Terraform prints. */
function isCutOff(text: string): boolean {
  const last = text.trimEnd().split('\n').at(-1) ?? '';
  return last.startsWith('{') && messageIn(last).length === 0;
}

function messageIn(line: string): readonly JsonObject[] {
  if (!line.startsWith('{')) return [];
  try {
    return [objectIn(JSON.parse(line) as Json)];
  } catch {
    return [];
  }
}

/** Data sources that are read at apply are planned too, and change nothing. */
function plannedBy({ type, change }: JsonObject): readonly string[] {
  const { action, resource } = objectIn(change);
  const address = textIn(objectIn(resource).addr);
  return type !== 'planned_change' || action === 'read' || action === 'noop' || address === undefined ? [] : [address];
}

const diagnosticOf = (diagnostic: JsonObject): Diagnostic => ({
  severity: diagnostic.severity === 'error' ? 'error' : 'warning',
  summary: textIn(diagnostic.summary) ?? '',
  detail: textIn(diagnostic.detail) ?? '',
  address: textIn(diagnostic.address),
});
