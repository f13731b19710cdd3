import { quoted } from '../custom-resources/values/quoted';
import type { Adopted } from './model';
import type { Reading } from './read/read-instance';
import type { Format } from './options';
import type { QuickConnectsRead } from './read/quick-connects';
import { count } from './terminal';

/** The numbers that show that nobody is missing, and the next step. */
export function summary(
  format: Format,
  { adopted, listed, filtered, gone, come, quickConnects }: Reading,
  files: readonly string[],
  out: string,
): string {
  const { instance, agents, groups } = adopted;
  const leftOut = [
    ...(filtered > 0 ? [`${count(filtered)} that the filter leaves out`] : []),
    ...(gone.length > 0 ? [`${count(gone.length)} deleted meanwhile: ${gone.join(', ')}`] : []),
  ];
  return [
    `The instance ${instance.alias ?? instance.id} has ${count(listed)} ${listed === 1 ? 'agent' : 'agents'}: ${[`${count(agents.length)} written`, ...leftOut].join(', ')}.`,
    ...(come.length > 0 ? [`Made meanwhile, and not written: ${come.join(', ')}. Run again into another directory to have them too.`] : []),
    ...groups.map(
      ({ id, name, userIds, whole }) =>
        `Group ${quoted(name)} (${id}): ${count(userIds.length)} ${userIds.length === 1 ? 'membership' : 'memberships'}, ${whole ? 'owned as a whole' : 'one by one, since others are in it too'}.`,
    ),
    ...(quickConnects.listed > 0 ? [quickConnectsSaid(quickConnects)] : []),
    `Not adopted: ${adopted.quickConnects.length > 0 ? '' : 'quick connects, '}queues, flows, routing profiles, security profiles and the hierarchy.`,
    '',
    ...files.map((file) => `  ${file}`),
    '',
    `Next: ${NEXT[format]} in ${out}. The plan must say`,
    `"Plan: ${importsOf(adopted)} to import, 0 to add, 0 to change, 0 to destroy."`,
    'Then apply it: that writes the state, and nothing to Amazon Connect.',
    '',
  ].join('\n');
}

/** More are counted only. */
const MOST_NAMED = 5;

const CDKTF = '"npx cdktf diff" (with cdktf, constructs, cdktf-cli and tsx installed beside this package)';

/** How the first plan is made. */
const NEXT: Readonly<Record<Format, string>> = { hcl: '"terraform init" and "terraform plan"', ts: CDKTF, csv: CDKTF };

function quickConnectsSaid({ listed, adopted, leftOut }: QuickConnectsRead): string {
  const others = [...leftOut].map(([why, ids]) => `${count(ids.length)} ${why}${ids.length > MOST_NAMED ? '' : ` (${ids.join(', ')})`}`);
  return `It has ${count(listed)} quick connects: ${[`${count(adopted.length)} written`, ...others].join(', ')}.`;
}

/** What the first plan imports. */
function importsOf({ agents, groups, quickConnects }: Adopted): number {
  const ofGroups = groups.reduce((sum, { userIds, whole }) => sum + (whole ? 1 : userIds.length), 0);
  return agents.length + ofGroups + quickConnects.length;
}
