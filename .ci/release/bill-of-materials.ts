import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NotReady, run } from './steps';

/** Licences under which code may go into the package; any other needs a look by a person. */
const ALLOWED = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', '(Apache-2.0 AND BSD-3-Clause)']);

interface Component {
  readonly name: string;
  readonly version: string;
  readonly licenses?: readonly { readonly license?: { readonly id?: string; readonly name?: string }; readonly expression?: string }[];
}

interface Bill {
  readonly metadata: { readonly component: { name: string } } & Record<string, unknown>;
  components: readonly (Component & { readonly 'bom-ref': string })[];
  dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
  [key: string]: unknown;
}

/**
 * What is in the package, in CycloneDX as npm writes it: what it depends on, and what is bundled into it. Nothing in
 * it depends on the day or the machine.
 */
export function billOfMaterials(root: string, name: string): Bill {
  const sbom = (...args: readonly string[]): Bill =>
    JSON.parse(run(root, 'npm', ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', ...args]));
  const bill = sbom();
  const parts = new Set([...sbom('--omit', 'dev', '--omit', 'peer').components.map(idOf), ...bundled(root)]);
  bill.components = bill.components.filter((component) => parts.has(idOf(component)));
  const refs = new Set(bill.components.map((component) => component['bom-ref']));
  const own = bill.dependencies.filter(({ ref }) => refs.has(ref));
  bill.dependencies = own.map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) }));
  bill.metadata.component.name = name;
  delete bill.metadata['timestamp'];
  delete bill['serialNumber'];
  const absent = [...parts].filter((part) => !bill.components.some((component) => idOf(component) === part));
  if (absent.length > 0) throw new NotReady(`The lock file does not know what is bundled: ${absent.join(', ')}.`);
  return bill;
}

export function refuseLicences({ components }: Bill): void {
  const others = components
    .map((component) => [idOf(component), licenceOf(component)] as const)
    .filter(([, licence]) => !ALLOWED.has(licence))
    .map(([id, licence]) => `${id}: ${licence}`);
  if (others.length > 0) throw new NotReady(`Licences that nobody has looked at yet: ${others.join('; ')}.`);
}

const idOf = ({ name, version }: Component): string => `${name} ${version}`;

const licenceOf = ({ licenses: [first] = [] }: Component): string =>
  first?.expression ?? first?.license?.id ?? first?.license?.name ?? 'none';

/** Each bundle names beside its licences the packages of which it holds code. */
const bundled = (root: string): readonly string[] =>
  ['plugin', 'adopt', 'doctor'].flatMap((bundle) =>
    readFileSync(join(root, 'dist', bundle, 'LICENSES'), 'utf8')
      .split('\n')
      .filter((line) => /^(@[\w.-]+\/)?[\w.-]+ \d+\.\d+\.\d+\S*$/.test(line)),
  );
