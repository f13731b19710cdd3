import { idIn } from '../../../connect/shapes/ids';

/** Names of things that the tests of custom resources share. */
export const REGION = 'us-east-1';
export const REPLICA = 'us-west-2';
export const ACCOUNT = '111122223333';
export const INSTANCE_ID = idIn('aaaaaaaa-0000-4000-8000-000000000001');
export const USER_ID = idIn('bbbbbbbb-0000-4000-8000-000000000002');
export const GROUP_ID = idIn('cccccccc-0000-4000-8000-000000000003');

const arn = (resource: string): string => `arn:aws:connect:${REGION}:${ACCOUNT}:${resource}`;

export const INSTANCE_ARN = arn(`instance/${INSTANCE_ID}`);
export const GROUP_ARN = arn(`traffic-distribution-group/${GROUP_ID}`);

export type Segment = 'agent' | 'routing-profile' | 'security-profile' | 'agent-group';

/** The ARN of something that lies within the instance. */
export const arnOf = (segment: Segment, id: string, instance: string = INSTANCE_ID): string => arn(`instance/${instance}/${segment}/${id}`);

export const USER_ARN = arnOf('agent', USER_ID);
