import { NOTICE, page, part } from './files.mjs';

/** The instance, what lies in it, and groups, in every Region: a replica has the same id. */
const RESOURCES = [
  'arn:aws:connect:*:ACCOUNT:instance/INSTANCE',
  'arn:aws:connect:*:ACCOUNT:instance/INSTANCE/*',
  'arn:aws:connect:*:ACCOUNT:traffic-distribution-group/*',
];

const PHASES = { plan: 'Plan and refresh', create: 'Create', update: 'Update', delete: 'Delete' };

const KINDS = { 'data source': 'Data source ', list: 'Query of ' };

/**
 * @param served the resources, data sources and lists, with their operations
 * @param adoptOperations what the command that adopts calls
 * @param policyActions the actions that an API operation needs
 * @param knowsResources whether an action can be allowed for some resources alone
 */
export function iamPage(served, { adoptOperations, policyActions, knowsResources }) {
  const actionsIn = (isMeant) =>
    served.flatMap(({ operations }) =>
      Object.entries(operations)
        .filter(([phase]) => isMeant(phase))
        .flatMap(([, called]) => Object.keys(called).flatMap(policyActions)),
    );
  const reading = unique(actionsIn((phase) => phase === 'plan'));
  const writing = unique(actionsIn((phase) => phase !== 'plan')).filter((action) => !reading.includes(action));
  const actionsOf = (called) => unique(Object.keys(called).flatMap(policyActions));
  const shifting = Object.values(
    served.find(({ kind, type }) => kind === 'resource' && type === 'connect_traffic_distribution').operations,
  );
  return page([
    NOTICE,
    '# IAM policy',
    part('iam-policy', 'about'),
    '## To plan: read-only',
    policy('Plan', reading, knowsResources),
    '## To apply: this one too',
    policy('Apply', writing, knowsResources),
    part('iam-policy', 'notes'),
    '## To adopt: read-only',
    part('iam-policy', 'adopt'),
    policy('Adopt', actionsOf(adoptOperations), knowsResources),
    '## To shift traffic: nothing else',
    part('iam-policy', 'shift'),
    policy('Shift', unique(shifting.flatMap(actionsOf)), knowsResources),
    '## What needs which action',
    served.flatMap(({ kind, type, operations }) => [
      `### ${KINDS[kind] ?? ''}\`${type}\``,
      ...Object.entries(operations)
        .filter(([, called]) => Object.keys(called).length > 0)
        .map(([phase, called]) => table(PHASES[phase], called, policyActions)),
    ]),
    '### The command `adopt`',
    table('Read', adoptOperations, policyActions),
  ]);
}

const table = (title, called, policyActions) =>
  [
    `| ${title} | for |`,
    '|---|---|',
    ...Object.entries(called).map(
      ([operation, reason]) =>
        `| ${policyActions(operation)
          .map((action) => `\`${action}\``)
          .join(', ')} | ${reason} |`,
    ),
  ].join('\n');

function policy(name, actions, knowsResources) {
  const statement = (Sid, Action, Resource) => (Action.length > 0 ? [{ Sid, Effect: 'Allow', Action, Resource }] : []);
  const Statement = [
    ...statement(
      name,
      actions.filter((action) => knowsResources(action)),
      RESOURCES,
    ),
    ...statement(
      `${name}WithoutResource`,
      actions.filter((action) => !knowsResources(action)),
      '*',
    ),
  ];
  return `\`\`\`json\n${JSON.stringify({ Version: '2012-10-17', Statement }, undefined, 2)}\n\`\`\``;
}

const unique = (actions) => [...new Set(actions)].sort();
