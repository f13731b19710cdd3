import { idIn } from '../../../connect/shapes/ids';
import * as seed from '../../../emulator/seed/demo';

/** What the emulator holds at first, with ids as the gateway takes them. */
export * from '../../../emulator/seed/demo';

export const INSTANCE_ID = idIn(seed.INSTANCE_ID);
export const MANAGED_INSTANCE_ID = idIn(seed.MANAGED_INSTANCE_ID);
export const TEAM_GROUP_ID = idIn(seed.TEAM_GROUP_ID);
export const BASIC_ROUTING_PROFILE_ID = idIn(seed.BASIC_ROUTING_PROFILE_ID);
export const SALES_ROUTING_PROFILE_ID = idIn(seed.SALES_ROUTING_PROFILE_ID);
export const MANAGED_ROUTING_PROFILE_ID = idIn(seed.MANAGED_ROUTING_PROFILE_ID);
export const AGENT_SECURITY_PROFILE_ID = idIn(seed.AGENT_SECURITY_PROFILE_ID);
export const MANAGER_SECURITY_PROFILE_ID = idIn(seed.MANAGER_SECURITY_PROFILE_ID);
export const MANAGED_SECURITY_PROFILE_ID = idIn(seed.MANAGED_SECURITY_PROFILE_ID);
export const NORTH_HIERARCHY_GROUP_ID = idIn(seed.NORTH_HIERARCHY_GROUP_ID);
export const AGENT_TRANSFER_FLOW_ID = idIn(seed.AGENT_TRANSFER_FLOW_ID);
export const SALES_QUICK_CONNECT_ID = idIn(seed.SALES_QUICK_CONNECT_ID);
