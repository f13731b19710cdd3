import { ConnectClient, CreateUserHierarchyGroupCommand } from '@aws-sdk/client-connect';
import { idIn } from '../../connect/shapes/ids';
import {
  AGENT_SECURITY_PROFILE_ID,
  COMPANY_HIERARCHY_GROUP_ID,
  HOME_REGION,
  INSTANCE_ID,
  NORTH_HIERARCHY_GROUP_ID,
  REPLICA_REGION,
  SALES_ROUTING_PROFILE_ID,
} from '../support/connect/seed';
import { openEmulator } from '../support/connect/emulator';
import { failureOf, openAt, valueOf } from '../support/connect/open';
import { ok, startScriptedServer } from '../support/connect/scripted-server';

describe('what has a name', () => {
  it('is listed with its name and ARN, once for all who ask in a Region', async () => {
    await using service = await openEmulator();
    const { routingProfiles, securityProfiles, queues, quickConnects } = service.gateway().catalogue;
    expect(valueOf(await routingProfiles(INSTANCE_ID)).get(SALES_ROUTING_PROFILE_ID)).toEqual({
      id: SALES_ROUTING_PROFILE_ID,
      name: 'Sales',
      arn: expect.stringMatching(new RegExp(`^arn:aws:connect:${HOME_REGION}:.*/routing-profile/${SALES_ROUTING_PROFILE_ID}$`)),
    });
    expect(valueOf(await securityProfiles(INSTANCE_ID)).get(AGENT_SECURITY_PROFILE_ID)).toMatchObject({ name: 'Agent' });
    expect([...valueOf(await queues(INSTANCE_ID)).values()].map(({ name }) => name)).toEqual(['Support', 'Sales']);
    expect([...valueOf(await quickConnects(INSTANCE_ID)).values()].map(({ type }) => type)).toEqual(['QUEUE', 'PHONE_NUMBER']);
    valueOf(await service.gateway().catalogue.routingProfiles(INSTANCE_ID));
    expect(service.calls('ListRoutingProfiles')).toHaveLength(1);
    valueOf(await routingProfiles(INSTANCE_ID, REPLICA_REGION));
    // A list of the last second is fresh enough.
    await service.clock.sleep(1_001);
    valueOf(await routingProfiles(INSTANCE_ID, HOME_REGION, { fresh: true }));
    expect(service.calls('ListRoutingProfiles')).toHaveLength(3);
    expect(failureOf(await routingProfiles(idIn('no-such-instance'))).kind).toBe('not-found');
  });

  it('are hierarchy groups with their paths, over all pages, too', async () => {
    await using service = await openEmulator({ rate: 'off' });
    const client = new ConnectClient({
      region: HOME_REGION,
      endpoint: service.url,
      credentials: { accessKeyId: 'AKIAADMIN', secretAccessKey: 'x' },
    });
    for (let index = 0; index < 110; index += 1)
      await client.send(
        new CreateUserHierarchyGroupCommand({ InstanceId: INSTANCE_ID, Name: `Site ${index}`, ParentGroupId: COMPANY_HIERARCHY_GROUP_ID }),
      );
    client.destroy();
    const groups = valueOf(await service.gateway().catalogue.hierarchyPaths(INSTANCE_ID));
    expect(groups.size).toBe(113);
    expect(groups.get(COMPANY_HIERARCHY_GROUP_ID)?.path).toEqual(['Company']);
    expect(groups.get(NORTH_HIERARCHY_GROUP_ID)).toMatchObject({ name: 'North', path: ['Company', 'North'] });
    expect([...groups.values()].at(-1)?.path).toEqual(['Company', 'Site 109']);
    expect(service.calls('SearchUserHierarchyGroups')).toHaveLength(2);
  });

  it('is not the group that the service itself keeps above all others', async () => {
    const HierarchyPath = { LevelOne: { Id: 'h-1', Name: 'Europe' }, LevelTwo: { Id: 'h-2', Name: 'Berlin' } };
    await using server = await startScriptedServer(
      ok({
        UserHierarchyGroups: [
          { Id: 'h-0', Name: 'root', LevelId: '0' },
          { Id: 'h-2', Name: 'Berlin', LevelId: '2', HierarchyPath },
        ],
      }),
    );
    const { gateway } = await openAt(server.endpoint);
    expect([...valueOf(await gateway().catalogue.hierarchyPaths(idIn('i-1'))).values()]).toEqual([
      { id: 'h-2', name: 'Berlin', path: ['Europe', 'Berlin'] },
    ]);
  });
});
