import { namedInOtherInstance, type Named } from '../checking/arns';
import { type Diagnostic, errorAt } from '../contract/diagnostic';
import { isUnknown, type PlannedState } from '../contract/value';
import { CONTACT_FLOW, QUEUE, USER } from '../values/identifiers';
import { type QuickConnectState, TARGETS } from './schema';

/** What is wrong with a declared quick connect in itself, beyond single attributes. Unknown parts are left for later. */
export function validate(config: PlannedState<QuickConnectState>): readonly Diagnostic[] {
  return [...namedInOtherInstance(references(config), config.instance_id), ...oneTarget(config)];
}

function oneTarget(config: PlannedState<QuickConnectState>): readonly Diagnostic[] {
  const blocks = TARGETS.filter((name) => isUnknown(config[name]) || config[name].length > 0);
  if (blocks.length === 0)
    return [
      errorAt([], 'A quick connect that leads nowhere', `Declare where it leads: one of ${TARGETS.map((name) => `"${name}"`).join(', ')}.`),
    ];
  const known = blocks.filter((name) => !isUnknown(config[name]));
  const [, second] = known;
  if (second === undefined) return [];
  return [
    errorAt(
      [second],
      'A quick connect that leads to several places',
      `It leads to one: keep one of ${known.map((name) => `"${name}"`).join(', ')}.`,
    ),
  ];
}

/** The things of Connect that a declared quick connect refers to. */
export function references({ user_config, queue_config, queue_ids }: PlannedState<QuickConnectState>): readonly Named[] {
  const [user] = isUnknown(user_config) ? [] : user_config;
  const [queue] = isUnknown(queue_config) ? [] : queue_config;
  const queues = isUnknown(queue_ids) ? [] : (queue_ids ?? []);
  return [
    ...(user && !isUnknown(user)
      ? [
          { kind: USER, path: ['user_config', 0, 'user_id'], text: user.user_id },
          { kind: CONTACT_FLOW, path: ['user_config', 0, 'contact_flow_id'], text: user.contact_flow_id },
        ]
      : []),
    ...(queue && !isUnknown(queue)
      ? [
          { kind: QUEUE, path: ['queue_config', 0, 'queue_id'], text: queue.queue_id },
          { kind: CONTACT_FLOW, path: ['queue_config', 0, 'contact_flow_id'], text: queue.contact_flow_id },
        ]
      : []),
    ...queues.map((text) => ({ kind: QUEUE, path: ['queue_ids'], text })),
  ];
}
