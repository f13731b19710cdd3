import { idIn } from '../../../connect/shapes/ids';
import type { QuickConnectSettings } from '../../../connect/gateway';
import type { QuickConnectState } from '../../../custom-resources/quick-connect/schema';
import { ACCOUNT, INSTANCE_ID, REGION, USER_ID } from './ids';

export const QUICK_CONNECT_ID = idIn('88888888-aaaa-4bbb-8ccc-000000000009');
export const QUICK_CONNECT_ARN = `arn:aws:connect:${REGION}:${ACCOUNT}:instance/${INSTANCE_ID}/transfer-destination/${QUICK_CONNECT_ID}`;
export const FLOW_ID = idIn('ffffffff-0000-4000-8000-000000000006');
export const SALES_ID = idIn('eeeeeeee-0000-4000-8000-000000000007');
export const SUPPORT_ID = idIn('eeeeeeee-0000-4000-8000-000000000008');

/** A quick connect to an agent, as it is declared; queues are left to others. */
export const DECLARED_QUICK_CONNECT: QuickConnectState = {
  instance_id: INSTANCE_ID,
  region: null,
  name: 'Call Ada',
  description: 'At night',
  queue_ids: null,
  tags: { site: 'Leeds' },
  tags_all: null,
  id: null,
  quick_connect_id: null,
  arn: null,
  user_config: [{ user_id: USER_ID, contact_flow_id: FLOW_ID }],
  queue_config: [],
  phone_config: [],
  timeouts: null,
};

export const MADE_QUICK_CONNECT: QuickConnectState = {
  ...DECLARED_QUICK_CONNECT,
  tags_all: { site: 'Leeds' },
  id: `${INSTANCE_ID}:${QUICK_CONNECT_ID}`,
  quick_connect_id: QUICK_CONNECT_ID,
  arn: QUICK_CONNECT_ARN,
};

/** The same as Connect holds it. */
export const LIVE_QUICK_CONNECT: QuickConnectSettings = {
  id: QUICK_CONNECT_ID,
  arn: QUICK_CONNECT_ARN,
  name: 'Call Ada',
  description: 'At night',
  type: 'USER',
  userId: USER_ID,
  target: { type: 'USER', userId: USER_ID, contactFlowId: FLOW_ID },
  tags: { site: 'Leeds' },
};
