import { DescribeQuickConnectCommand, SearchQuickConnectsCommand } from '@aws-sdk/client-connect';
import type { Caller } from '../calls/caller';
import { listAll, listing } from '../calls/pages';
import { type Outcome, succeeded } from '../failure';
import type { Id, QuickConnectRef, QuickConnectSettings } from '../gateway';
import { quickConnectOf } from '../shapes/quick-connect-shape';
import { orAbsent, twice } from './answers';

export const foundQuickConnects = listing(SearchQuickConnectsCommand, 100, 'QuickConnects', quickConnectOf);

/** DescribeQuickConnect, twice before it is taken for gone: it would be made anew. */
export const findQuickConnect = (
  caller: Caller,
  { instanceId, quickConnectId, region }: QuickConnectRef,
): Promise<Outcome<QuickConnectSettings | undefined>> =>
  twice(() =>
    orAbsent(
      caller.call(DescribeQuickConnectCommand, region, { InstanceId: instanceId, QuickConnectId: quickConnectId }, ({ QuickConnect }) =>
        quickConnectOf(QuickConnect),
      ),
    ),
  );

/** SearchQuickConnects for one exact name. */
export async function findByName(
  caller: Caller,
  instanceId: Id,
  name: string,
  region: string,
): Promise<Outcome<QuickConnectSettings | undefined>> {
  const found = await listAll(caller, foundQuickConnects, region, {
    InstanceId: instanceId,
    SearchCriteria: { StringCondition: { FieldName: 'name', Value: name, ComparisonType: 'EXACT' } },
  });
  // Whether the search minds the case of letters is not documented.
  return found.ok ? succeeded(found.value.find((quickConnect) => quickConnect.name === name)) : found;
}
