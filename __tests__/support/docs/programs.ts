import * as cdktf from 'cdktf';
import * as constructs from '../../../constructs';
import { type Block, blocksOf } from './blocks';

/** What a fragment on a page may use without saying where it comes from. */
const PRELUDE: Readonly<Record<string, string>> = {
  app: 'const app = new App();',
  stack:
    "const stack = new TerraformStack(app, 'agents');\nnew AwsProvider(stack, 'aws', { region: 'us-east-1' });\nnew ConnectProvider(stack, 'connect', { region: 'us-east-1' });",
  acme: "const acme = ContactCentre.fromAlias(stack, 'acme', 'acme-prod');",
  blended:
    "const blended = new ConnectRoutingProfile(stack, 'blended', { instanceId: '11111111-aaaa-4bbb-8ccc-000000000001', name: 'Blended', description: 'All', defaultOutboundQueueId: 'queue', mediaConcurrencies: [] });",
  config:
    "const config = { instanceId: '11111111-aaaa-4bbb-8ccc-000000000001', name: 'ada.lovelace', routingProfileId: '33333333-aaaa-4bbb-8ccc-000000000001', securityProfileIds: ['44444444-aaaa-4bbb-8ccc-000000000001'], phoneConfig: { phoneType: 'SOFT_PHONE' as const } };",
};

const IMPORTS: readonly (readonly [module: string, names: readonly string[]])[] = [
  ['cdktf', Object.keys(cdktf)],
  ['cdktf-amazon-connect', Object.keys(constructs)],
  ['@cdktf/provider-aws/lib/connect-routing-profile', ['ConnectRoutingProfile']],
  ['@cdktf/provider-aws/lib/provider', ['AwsProvider']],
];

/** A block as a program of its own: with its imports, what stands before it on the page, and synth at the end. */
export function programOf(block: Block): string {
  if (block.text.includes('new App(')) return block.text;
  const earlier = blocksOf(block.page).filter(({ language, line }) => language === block.language && line < block.line);
  const body = withWhatItUses(block.text, earlier.reverse());
  const [imports, statements] = split(`${body}\napp.synth();\n`);
  const declared = namesIn(imports, /\w+/g);
  const used = namesIn(statements, /\b[A-Za-z]\w*/g);
  const missing = IMPORTS.map(([module, names]) => {
    const needed = names.filter((name) => used.has(name) && !declared.has(name));
    return needed.length > 0 ? `import { ${needed.join(', ')} } from '${module}';\n` : '';
  });
  return `${missing.join('')}${imports}${statements}`;
}

/** The latest block of the page, else the prelude, that declares a name which nobody has declared. */
function withWhatItUses(text: string, earlier: readonly Block[]): string {
  const declared = namesIn(text, /\bconst (\w+)/g);
  const used = namesIn(text, /\b[A-Za-z]\w*/g);
  const declares = ({ text: other }: Block): boolean =>
    [...namesIn(other, /\bconst (\w+)/g)].some((name) => used.has(name) && !declared.has(name));
  const index = earlier.findIndex(declares);
  const before = earlier[index];
  if (before) return withWhatItUses(`${before.text.replace('app.synth();\n', '')}\n${text}`, earlier.slice(index + 1));
  // From the last to the first: each is written in terms of those before it.
  return Object.entries(PRELUDE).reduceRight((body, [name, line]) => {
    const isUsed = name === 'app' || name === 'stack' || new RegExp(`(?<!['.\\w-])${name}\\b(?!')`).test(body);
    return isUsed && !namesIn(body, /\bconst (\w+)/g).has(name) ? `${line}\n${body}` : body;
  }, text);
}

const namesIn = (text: string, pattern: RegExp): ReadonlySet<string> =>
  new Set([...text.matchAll(pattern)].map(([whole, inside = whole]) => inside));

/** Imports have to stand first. */
function split(text: string): readonly [imports: string, statements: string] {
  const lines = text.split('\n');
  const isImport = (line: string): boolean => line.startsWith('import ');
  return [
    lines
      .filter(isImport)
      .map((line) => `${line}\n`)
      .join(''),
    lines.filter((line) => !isImport(line)).join('\n'),
  ];
}
