import type { Gateway } from '../../connect/gateway';
import { warningAt, type Diagnostic } from '../contract/diagnostic';
import type { PrivateData } from '../contract/resource';
import type { Findings } from '../checking/findings';
import { leftovers, membershipsOf } from './dependants';
import type { UserState } from './schema';
import { userRef } from './to-connect';

/** What goes along when a user is destroyed: its quick connects, with the queues that offer them, and its memberships. */
export async function checkRemoval(state: UserState, known: PrivateData, connect: Gateway, findings: Findings): Promise<void> {
  const user = userRef(state, state.user_id ?? '');
  const { instanceId, region = connect.region } = user;
  const effects: string[] = [];
  if (state.quick_connects_on_delete !== 'retain') {
    const quickConnects = (await findings.look('SearchQuickConnects', () => leftovers(connect, user, known)))?.value ?? [];
    const ids = quickConnects.map(({ id }) => id);
    const queues = ids.length === 0 ? [] : ((await findings.look('ListQueueQuickConnects', () => connect.queues.offering(instanceId, ids, region)))?.value ?? []);
    for (const { id, name } of quickConnects) {
      const offering = queues.filter(({ quickConnectIds }) => quickConnectIds.includes(id)).map((queue) => `"${queue.name}"`);
      effects.push(`the quick connect "${name}" (${id}) is deleted${offering.length > 0 ? `, which agents are offered in ${offering.join(', ')}` : ''}`);
    }
  }
  const memberships = (await findings.look('ListTrafficDistributionGroupUsers', () => membershipsOf(connect, user)))?.value ?? [];
  for (const { group } of memberships) effects.push(`the membership in the traffic distribution group "${group.name}" (${group.id}) ends`);
  if (effects.length > 0) findings.add(sideEffects(state, effects));
}

const sideEffects = (state: UserState, effects: readonly string[]): Diagnostic =>
  warningAt(
    [],
    // Named, so that Terraform does not fold what goes along with one user into what goes along with another.
    `Destroying the user "${state.name}" takes along ${effects.length === 1 ? 'one more thing' : `${effects.length} more things`}`,
    `With the user ${state.user_id ?? ''}:\n${effects.map((effect) => `  - ${effect}`).join('\n')}`,
  );
