import { DescribePredefinedAttributeCommand } from '@aws-sdk/client-connect';
import type { Caller } from '../calls/caller';
import { SharedReads } from '../calls/shared-reads';
import type { Clock } from '../clock';
import type { PredefinedAttribute, PredefinedAttributes } from '../gateway';
import { predefinedAttributeOf } from '../shapes/predefined-attribute-shape';
import { orAbsent } from './answers';

export function predefinedAttributesOf(clock: Clock): (caller: Caller) => PredefinedAttributes {
  const described = new SharedReads<PredefinedAttribute | undefined>('DescribePredefinedAttribute', clock);
  return (caller) => ({
    find: (instanceId, name, region = caller.region) =>
      described.get({ region, id: `${instanceId} ${name}` }, caller, () =>
        orAbsent(caller.call(DescribePredefinedAttributeCommand, region, { InstanceId: instanceId, Name: name }, predefinedAttributeOf)),
      ),
  });
}
