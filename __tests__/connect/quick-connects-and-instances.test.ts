import { ConnectClient, CreateQuickConnectCommand } from '@aws-sdk/client-connect';
import { idIn } from '../../connect/shapes/ids';
import {
  AGENT_TRANSFER_FLOW_ID,
  HOME_REGION,
  INSTANCE_ID,
  MANAGED_INSTANCE_ID,
  REPLICA_REGION,
  SALES_QUICK_CONNECT_ID,
} from '../support/connect/seed';
import { openEmulator, samlUser, type WithEmulator } from '../support/connect/emulator';
import { failureOf, openAt, valueOf } from '../support/connect/open';
import { ok, startScriptedServer } from '../support/connect/scripted-server';

/** As an administrator does in the console. */
async function pointAt(service: WithEmulator, userId: string, names: readonly string[]): Promise<readonly string[]> {
  const client = new ConnectClient({
    region: HOME_REGION,
    endpoint: service.url,
    credentials: { accessKeyId: 'AKIAADMIN', secretAccessKey: 'x' },
  });
  const ids: string[] = [];
  for (const Name of names) {
    const QuickConnectConfig = { QuickConnectType: 'USER' as const, UserConfig: { UserId: userId, ContactFlowId: AGENT_TRANSFER_FLOW_ID } };
    const made = await client.send(new CreateQuickConnectCommand({ InstanceId: INSTANCE_ID, Name, QuickConnectConfig }));
    ids.push(made.QuickConnectId ?? '');
  }
  client.destroy();
  return ids;
}

describe('quick connects', () => {
  it('are found for the user that they point at, over all pages, and deleted', async () => {
    await using service = await openEmulator({ rate: 'off', quotas: { quickConnects: 1000 } });
    const { users, quickConnects } = service.gateway();
    const jane = valueOf(await users.create(samlUser('jane')));
    const joan = valueOf(await users.create(samlUser('joan')));
    await pointAt(
      service,
      joan.id,
      Array.from({ length: 110 }, (_, index) => `Joan ${index}`),
    );
    const ids = await pointAt(service, jane.id, ['Jane at her desk', 'Jane on the road']);

    const found = valueOf(await quickConnects.listForUser({ instanceId: INSTANCE_ID, userId: jane.id }));
    expect(found.map(({ id, type, userId }) => [id, type, userId])).toEqual(ids.map((id) => [id, 'USER', jane.id]));
    expect(service.calls('SearchQuickConnects')).toHaveLength(2);
    expect(valueOf(await quickConnects.listForUser({ instanceId: INSTANCE_ID, userId: idIn(jane.arn) }))).toEqual(found);

    for (const { id } of found) valueOf(await quickConnects.delete(INSTANCE_ID, id));
    expect(valueOf(await quickConnects.listForUser({ instanceId: INSTANCE_ID, userId: jane.id }))).toEqual([]);
  });

  it('that are gone cannot be deleted, unless an own try whose answer was lost did it', async () => {
    await using service = await openEmulator();
    const { quickConnects } = service.gateway();
    service.emulator.faults.add({ operation: 'DeleteQuickConnect', dropConnection: 'after' });
    valueOf(await quickConnects.delete(INSTANCE_ID, SALES_QUICK_CONNECT_ID));
    expect(failureOf(await quickConnects.delete(INSTANCE_ID, SALES_QUICK_CONNECT_ID)).kind).toBe('not-found');
  });
});

describe('instances', () => {
  it('tell how their users sign in and which Regions hold them', async () => {
    await using service = await openEmulator();
    const { instances } = service.gateway();
    expect(valueOf(await instances.find(INSTANCE_ID))).toMatchObject({
      id: INSTANCE_ID,
      identityManagement: 'SAML',
      sourceRegion: HOME_REGION,
      regions: [HOME_REGION, REPLICA_REGION],
    });
    const managed = valueOf(await instances.find(MANAGED_INSTANCE_ID));
    expect(managed).toMatchObject({ identityManagement: 'CONNECT_MANAGED', regions: [HOME_REGION] });
    expect(managed).not.toHaveProperty('sourceRegion');
  });

  it('of an account and a Region are listed by alias, over all pages, once', async () => {
    await using service = await openEmulator();
    const gateway = service.gateway();
    expect(valueOf(await gateway.instances.list())).toEqual([
      { id: INSTANCE_ID, alias: 'demo-resilient' },
      { id: MANAGED_INSTANCE_ID, alias: 'demo-managed' },
    ]);
    expect(valueOf(await gateway.instances.list(REPLICA_REGION))).toEqual([{ id: INSTANCE_ID, alias: 'demo-resilient' }]);
    await gateway.instances.list();
    expect(service.calls('ListInstances')).toHaveLength(2);
  });

  it('are listed once each, whatever pages show again', async () => {
    const InstanceSummaryList = [{ Id: INSTANCE_ID, InstanceAlias: 'demo-resilient' }, { Id: 'without-an-alias' }];
    await using server = await startScriptedServer(ok({ InstanceSummaryList, NextToken: 'more' }), ok({ InstanceSummaryList }));
    const { gateway } = await openAt(server.endpoint);
    expect(valueOf(await gateway().instances.list())).toEqual([{ id: INSTANCE_ID, alias: 'demo-resilient' }, { id: 'without-an-alias' }]);
  });

  it('may not exist', async () => {
    await using service = await openEmulator();
    expect(valueOf(await service.gateway().instances.find(idIn('11111111-0000-4bbb-8ccc-000000000009')))).toBeUndefined();
  });
});
