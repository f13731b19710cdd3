import { readFileSync } from 'node:fs';
import { URL } from 'node:url';
import { NOTICE, page, part } from './files.mjs';

/** By Terraform type and phase: the API operations, and when each is called. A test holds it against the gateway's source. */
const OPERATIONS = JSON.parse(readFileSync(new URL('iam-operations.json', import.meta.url), 'utf8'));

/** Actions of other services that the Service Authorization Reference asks for beside the operation's own. */
const OF_OTHER_SERVICES = { DescribeInstance: ['ds:DescribeDirectories'] };

/** Actions that know no resources. */
const WITHOUT_RESOURCE = /^(connect:ListTrafficDistributionGroups|ds:.*)$/;

/** The instance, what lies in it, and groups, in every Region: a replica has the same id. */
const RESOURCES = [
  'arn:aws:connect:*:ACCOUNT:instance/INSTANCE',
  'arn:aws:connect:*:ACCOUNT:instance/INSTANCE/*',
  'arn:aws:connect:*:ACCOUNT:traffic-distribution-group/*',
];

const PHASES = { plan: 'Plan and refresh', create: 'Create', update: 'Update', delete: 'Delete' };

/** @param iamActions the actions that an API operation needs */
export function iamPage(iamActions) {
  const actionsOf = (operation) => [...iamActions(operation), ...(OF_OTHER_SERVICES[operation] ?? [])];
  const actionsIn = (isMeant) =>
    Object.values(OPERATIONS).flatMap((phases) => Object.entries(phases).filter(([phase]) => isMeant(phase)).flatMap(([, operations]) => Object.keys(operations).flatMap(actionsOf)));
  const reading = unique(actionsIn((phase) => phase === 'plan'));
  const writing = unique(actionsIn((phase) => phase !== 'plan')).filter((action) => !reading.includes(action));
  return page([
    NOTICE,
    '# IAM policy',
    part('iam-policy', 'about'),
    '## To plan: read-only',
    policy('Plan', reading),
    '## To apply: this one too',
    policy('Apply', writing),
    part('iam-policy', 'notes'),
    '## What needs which action',
    Object.entries(OPERATIONS).map(([type, phases]) => [
      `### \`${type}\``,
      ...Object.entries(phases).filter(([, operations]) => Object.keys(operations).length > 0).map(([phase, operations]) => table(PHASES[phase], operations, actionsOf)),
    ]).flat(),
  ]);
}

const table = (title, operations, actionsOf) =>
  [`| ${title} | for |`, '|---|---|', ...Object.entries(operations).map(([operation, reason]) => `| ${actionsOf(operation).map((action) => `\`${action}\``).join(', ')} | ${reason} |`)].join('\n');

function policy(name, actions) {
  const statement = (Sid, Action, Resource) => (Action.length > 0 ? [{ Sid, Effect: 'Allow', Action, Resource }] : []);
  const Statement = [
    ...statement(name, actions.filter((action) => !WITHOUT_RESOURCE.test(action)), RESOURCES),
    ...statement(`${name}WithoutResource`, actions.filter((action) => WITHOUT_RESOURCE.test(action)), '*'),
  ];
  return `\`\`\`json\n${JSON.stringify({ Version: '2012-10-17', Statement }, undefined, 2)}\n\`\`\``;
}

const unique = (actions) => [...new Set(actions)].sort();
