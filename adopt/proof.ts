import type { Reading } from './read/read-instance';
import type { Format } from './options';
import { count } from './terminal';

/** The numbers that show that nobody is missing, and the next step. */
export function summary(format: Format, { adopted, listed, filtered, gone, come }: Reading, files: readonly string[], out: string): string {
  const { instance, agents, groups } = adopted;
  const memberships = groups.reduce((sum, { userIds }) => sum + userIds.length, 0);
  const leftOut = [
    ...(filtered > 0 ? [`${count(filtered)} that the filter leaves out`] : []),
    ...(gone.length > 0 ? [`${count(gone.length)} deleted meanwhile: ${gone.join(', ')}`] : []),
  ];
  return [
    `The instance ${instance.alias ?? instance.id} has ${count(listed)} agents: ${[`${count(agents.length)} written`, ...leftOut].join(', ')}.`,
    ...(come.length > 0 ? [`Made meanwhile, and not written: ${come.join(', ')}. Run again into another directory to have them too.`] : []),
    ...groups.map(
      ({ name, userIds, whole }) =>
        `Group "${name}": ${count(userIds.length)} memberships, ${whole ? 'owned as a whole' : 'one by one, since others are in it too'}.`,
    ),
    `Not adopted: quick connects and queues; and routing profiles, security profiles and the hierarchy, which the code calls by their names.`,
    '',
    ...files.map((file) => `  ${file}`),
    '',
    `Next: ${NEXT[format]} in ${out}. The plan must say`,
    `"Plan: ${count(agents.length + importsOf(groups, memberships)).replaceAll(',', '')} to import, 0 to add, 0 to change, 0 to destroy."`,
    'Then apply it: that writes the state, and nothing to Amazon Connect.',
    '',
  ].join('\n');
}

const CDKTF = '"npm install cdktf-amazon-connect cdktf constructs cdktf-cli tsx" and "npx cdktf diff"';

/** How the first plan is made. */
const NEXT: Readonly<Record<Format, string>> = { hcl: '"terraform init" and "terraform plan"', ts: CDKTF, csv: CDKTF };

const importsOf = (groups: Reading['adopted']['groups'], memberships: number): number => {
  const whole = groups.filter((group) => group.whole);
  return memberships - whole.reduce((sum, { userIds }) => sum + userIds.length, 0) + whole.length;
};
