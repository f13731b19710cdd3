import { AGENT_TRANSFER_FLOW_ID, INSTANCE_ID, QUEUE_TRANSFER_FLOW_ID, SALES_QUEUE_ID, SUPPORT_QUEUE_ID } from '../../emulator/seed/demo';
import { agent, type Body, type Declaration } from '../support/terraform/contact-centre';
import type { Life } from './life';

const ada = (name: string): Body => ({ connect_user: { ada: agent(name) } });

const callAda = (more: Body = {}): Body => ({
  instance_id: INSTANCE_ID,
  name: 'Call Ada',
  description: 'By night',
  queue_ids: [SUPPORT_QUEUE_ID],
  tags: { site: 'Leeds' },
  user_config: { user_id: '${connect_user.ada.user_id}', contact_flow_id: AGENT_TRANSFER_FLOW_ID },
  ...more,
});

const declared = (quickConnect: Body | undefined, user = 'ada'): Declaration => ({
  resource: { ...ada(user), ...(quickConnect && { connect_quick_connect: { it: quickConnect } }) },
});

const CHANGED = callAda({
  name: 'Ring the sales',
  description: 'By day',
  queue_ids: [SALES_QUEUE_ID],
  tags: { team: 'A' },
  user_config: undefined,
  queue_config: { queue_id: SALES_QUEUE_ID, contact_flow_id: QUEUE_TRANSFER_FLOW_ID },
});

export const LIVES_OF_QUICK_CONNECTS: readonly Life[] = [
  { name: 'quick connect created', before: () => declared(undefined), declared: () => declared(callAda()), run: 'apply' },
  { name: 'quick connect updated', before: () => declared(callAda()), declared: () => declared(CHANGED), run: 'apply' },
  { name: 'quick connect refreshed', before: () => declared(callAda()), declared: () => declared(callAda()), run: 'plan' },
  {
    name: 'quick connect of a renamed user',
    before: () => declared(callAda()),
    declared: () => declared(callAda(), 'ada.king'),
    run: 'apply',
  },
  {
    name: 'quick connect deleted',
    settings: { answers: { deleteQuickConnectInQueue: 'in-use' } },
    before: () => declared(callAda()),
    declared: () => declared(undefined),
    run: 'apply',
  },
];
