/** The text of Terraform's `.terraform.lock.hcl`: one block for each provider. Pure. */

export interface LockedProvider {
  /** With its host: `registry.terraform.io/hashicorp/aws`. */
  readonly source: string;
  readonly version: string;
  readonly constraints: string;
  /** Terraform accepts any package where there is none, and then adds its own. */
  readonly hashes: readonly string[];
}

/** The text with this provider's block added, or in the place of the one that was there. */
export function withLockedProvider(lock: string, provider: LockedProvider): string {
  const others = lock.replace(blockOf(provider.source), '').trim();
  return `${others === '' ? HEADER : others}\n\n${render(provider)}`;
}

/** The constraints under which a provider was locked; nothing where the text does not name it. */
export const lockedConstraints = (lock: string, source: string): string | undefined =>
  /^ *constraints *= *"([^"]*)"/m.exec(blockOf(source).exec(lock)?.[0] ?? '')?.[1];

const HEADER = '# Written at synth; "terraform init" may complete it.';

const blockOf = (source: string): RegExp => new RegExp(`^provider "${source.replace(/[.]/g, '\\.')}" \\{$.*?^\\}\\n?`, 'ms');

const render = ({ source, version, constraints, hashes }: LockedProvider): string =>
  [
    `provider "${source}" {`,
    `  version     = "${version}"`,
    `  constraints = "${constraints}"`,
    ...(hashes.length === 0 ? [] : ['  hashes = [', ...hashes.map((hash) => `    "${hash}",`), '  ]']),
    '}',
    '',
  ].join('\n');
