/**
 * `npm run test:nodes [-- --only 24]`: what the README tells somebody who begins, with the package as npm would send it: its commands and its
 * files, from an empty directory to a team of fifty in the emulator, with CDKTF and with CDK Terrain on every Node.js that is supported; and that
 * what does not work still does not: `docs/guides/supported-versions.md` says the same. Installs all of it from the npm registry.
 */
import { parseArgs } from 'node:util';
import { removeDirectories } from '../support/constructs/directories';
import type { Framework } from '../support/docs/newcomer';
import { pack } from '../support/package/packed';
import { nodeBinary } from './node-binary';
import { Trial } from './trial';

interface Row {
  readonly node: number;
  readonly framework: Framework;
  /** What the command dies of. */
  readonly fails?: RegExp;
}

const ROWS: readonly Row[] = [
  { node: 20, framework: 'cdktf' },
  { node: 20, framework: 'cdktn', fails: /markAsUncloneable/ },
  { node: 22, framework: 'cdktf' },
  { node: 22, framework: 'cdktn' },
  { node: 24, framework: 'cdktf', fails: /pty/ },
  { node: 24, framework: 'cdktn' },
];

/** What is not as the row says. */
async function wrongWith({ fails, framework }: Row, node: string, tarball: string): Promise<string | undefined> {
  const trial = new Trial(framework, node, tarball);
  const wrong = await trial.wrong().finally(() => trial.end());
  if (fails === undefined || (wrong !== undefined && !fails.test(wrong))) return wrong;
  return wrong === undefined ? 'it works now: say so, here and in docs/guides/supported-versions.md' : undefined;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
  const rows = ROWS.filter(({ node }) => values.only === '' || String(node) === values.only);
  const counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    const { tarball } = pack();
    const nodes = new Map([...new Set(rows.map(({ node }) => node))].map((node) => [node, nodeBinary(node)]));
    for (const row of rows) {
      const node = nodes.get(row.node);
      const wrong = node && (await wrongWith(row, node, tarball));
      const verdict = node === undefined ? 'skipped' : wrong === undefined ? 'passed' : 'failed';
      counts[verdict] += 1;
      const what = `Node.js ${row.node} with ${row.framework}: ${row.fails ? 'does not work' : 'from nothing to a team in five commands'}`;
      process.stdout.write(`${verdict}  ${what}${verdict === 'skipped' ? ': no binary for this machine' : wrong ? `: ${wrong}` : ''}\n`);
    }
  } finally {
    removeDirectories();
  }
  process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
  if (counts.failed > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
