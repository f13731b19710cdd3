import type { Outcome } from '../../connect/failure';
import type { Gateway, Id, Instance } from '../../connect/gateway';
import type { Diagnostic } from '../contract/diagnostic';
import type { Findings } from './findings';

/** What has a quota per instance, and is created by plans in numbers. */
export interface Limited {
  readonly quota: 'users' | 'quickConnects';
  /** `users` */
  readonly noun: string;
  /** As Service Quotas calls it, `Users per instance`. */
  readonly title: string;
  /** How many there are, about. */
  count(connect: Gateway, instanceId: Id, region: string): Promise<Outcome<number | undefined>>;
  /** All of them, which tells exactly how many there are. */
  list(connect: Gateway, instanceId: Id, region: string): Promise<Outcome<ReadonlyMap<string, unknown>>>;
}

export const USERS: Limited = {
  quota: 'users',
  noun: 'users',
  title: 'Users per instance',
  count: ({ users }, instanceId, region) => users.count(instanceId, region),
  list: ({ users }, instanceId, region) => users.list(instanceId, region),
};

export const QUICK_CONNECTS: Limited = {
  quota: 'quickConnects',
  noun: 'quick connects',
  title: 'Quick connects per instance',
  count: ({ quickConnects }, instanceId, region) => quickConnects.count(instanceId, region),
  list: ({ catalogue }, instanceId, region) => catalogue.quickConnects(instanceId, region, { fresh: true }),
};

/** Under which the ledger counts what a plan takes away from an instance: it makes room, in whichever order. */
export const goingFrom = ({ noun }: Pick<Limited, 'noun'>, instanceId: string): string => `${noun} that go from the instance ${instanceId}`;

/**
 * Whether the instance has room for all that the plan creates, once what the plan deletes is gone. Where Service Quotas does not
 * tell, nothing is said: a plan can do without, and only a number says that there is no room. A number that the instance has outgrown
 * says nothing either: Service Quotas does not know of every quota that AWS has raised.
 * @param name of the thing that is created, unless it will be known at apply
 */
export async function checkHeadroom(
  kind: Limited,
  name: string | undefined,
  instance: Instance,
  region: string,
  findings: Findings,
): Promise<void> {
  const { connect, context } = findings;
  const { ledger, log } = context;
  const asked = await connect.quotas.ofInstance(instance, kind.quota, region);
  const quota = asked.ok ? asked.value : undefined;
  const silent = (why: string, code?: string): void => {
    const told = ledger.kept('quotas that say nothing', new Set<string>());
    if (!told.has(kind.quota)) log.info(why, { operation: 'GetServiceQuota', region, ...(code && { code }) });
    told.add(kind.quota);
  };
  if (quota === undefined) return silent('the quota is not known', asked.ok ? undefined : asked.failure.code);
  const coming = `${kind.noun} that come to the instance ${instance.id}`;
  const going = (): number => ledger.counted(goingFrom(kind, instance.id));
  ledger.count(coming, [name ?? `a new one (${ledger.counted(coming) + 1})`]);
  const about = await kind.count(connect, instance.id, region);
  if (!about.ok || about.value === undefined || about.value + ledger.counted(coming) - going() <= quota) return;
  const all = await kind.list(connect, instance.id, region);
  if (!all.ok) return;
  const there = all.value.size;
  if (there > quota) return silent('the quota is out of date: the instance has more already');
  const created = await ledger.beyond(coming, [], () => quota - there + going(), context);
  if (created) findings.add(noRoom(kind, instance.id, region, { there, created: created.length, deleted: going(), quota }));
}

const noRoom = (
  { noun, title }: Limited,
  instanceId: string,
  region: string,
  { there, created, deleted, quota }: { there: number; created: number; deleted: number; quota: number },
): Diagnostic => ({
  severity: 'error',
  summary: `No room for new ${noun}: there are ${there}, ${created} come, ${deleted} go, and the quota is ${quota}`,
  detail: `The instance ${instanceId} in ${region} has ${there} ${noun}. After the plan there would be ${there + created - deleted}; Service Quotas allows ${quota} ("${title}"). Apply would fail in the middle. Create fewer, delete others first, or have the quota raised: in Service Quotas, under Amazon Connect, for this instance. If AWS has raised it and Service Quotas does not show it yet, plan with \`plan_checks = false\`.`,
});
