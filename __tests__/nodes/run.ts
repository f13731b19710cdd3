/**
 * `npm run test:nodes [-- --only 24]`: the package, as npm would send it, with the commands of CDKTF and of CDK Terrain on every Node.js that is
 * supported, and that what does not work still does not: `docs/guides/supported-versions.md` says the same. Installs these commands and Node.js
 * from the npm registry.
 */
import { parseArgs } from 'node:util';
import { removeDirectories } from '../support/constructs/directories';
import { emulatorProgram, killed, listening } from '../support/emulator/program';
import { Consumer } from '../support/package/consumer';
import { pack } from '../support/package/packed';
import { Commands, type Framework, writeProject } from './life';
import { nodeBinary } from './node-binary';

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

const CDKTN_CLI = 'cdktn-cli@0.24.0';

/** What is not as the row says. */
function wrongWith({ fails }: Row, commands: Commands): string | undefined {
  const wrong = commands.life();
  if (fails === undefined || (wrong !== undefined && !fails.test(wrong))) return wrong;
  return wrong === undefined ? 'it works now: say so, here and in docs/guides/supported-versions.md' : undefined;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
  const rows = ROWS.filter(({ node }) => values.only === '' || String(node) === values.only);
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const emulator = emulatorProgram('--port', '0');
  try {
    const endpoint = await listening(emulator);
    const project = new Consumer(pack().tarball, [CDKTN_CLI]);
    const nodes = new Map([...new Set(rows.map(({ node }) => node))].map((node) => [node, nodeBinary(node)]));
    for (const row of rows) {
      const node = nodes.get(row.node);
      writeProject(project, row.framework);
      const wrong = node && wrongWith(row, new Commands(project, row.framework, node, endpoint));
      const verdict = node === undefined ? 'skipped' : wrong === undefined ? 'passed' : 'failed';
      counts[verdict] += 1;
      const what = `Node.js ${row.node} with ${row.framework}-cli ${row.fails ? 'does not work' : 'works'}`;
      process.stdout.write(`${verdict}  ${what}${verdict === 'skipped' ? ': no binary for this machine' : wrong ? `: ${wrong}` : ''}\n`);
    }
  } finally {
    await killed(emulator);
    removeDirectories();
  }
  process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
  if (counts.failed > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
