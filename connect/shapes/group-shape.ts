import type { TrafficDistributionGroup as WireGroup, TrafficDistributionGroupSummary } from '@aws-sdk/client-connect';
import type { TrafficDistributionGroup } from '../gateway';
import { type Fields, read } from './fields';
import { idOf, optionalFlag, optionalText, text, texts } from './members';

const GROUP: Fields<Omit<TrafficDistributionGroup, 'description' | 'tags'>, WireGroup | TrafficDistributionGroupSummary> = {
  id: ['Id', idOf],
  arn: ['Arn', text],
  name: ['Name', text],
  instanceArn: ['InstanceArn', text],
  instanceId: ['InstanceArn', idOf],
  status: ['Status', text],
  isDefault: ['IsDefault', (flag: boolean | undefined, member) => optionalFlag(flag, member) ?? false],
};

/** With what lists do not show. */
const DESCRIBED: Fields<TrafficDistributionGroup, WireGroup> = {
  ...GROUP,
  description: ['Description', optionalText],
  tags: ['Tags', texts],
};

/** @throws IncompleteAnswer */
export const groupOf = (wire: TrafficDistributionGroupSummary, member = 'TrafficDistributionGroup'): TrafficDistributionGroup =>
  read(GROUP, wire, member);

/** @throws IncompleteAnswer */
export const describedGroupOf = (wire: WireGroup | undefined): TrafficDistributionGroup =>
  read(DESCRIBED, wire, 'TrafficDistributionGroup');
