import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { snapshot } from '../../emulator/control/snapshot';
import { AGENT_TRANSFER_FLOW_ID, HOME_REGION, INSTANCE_ID, SUPPORT_QUEUE_ID } from '../../emulator/seed/demo';
import type { RunningEmulator } from '../../emulator/server';

/*
 * The scene of somebody who leaves, though a quick connect that somebody made by hand still points there: a second project without that
 * person, which is planned and never applied.
 */

const TEAM = join('examples', 'demo', 'team.csv');

/** The login of the last person of the team's file, if the contact centre has that agent. */
export function leaverOf(project: string, centre: RunningEmulator): string | undefined {
  if (!existsSync(join(project, TEAM))) return undefined;
  const [login = ''] = rowsOf(project).at(-1)?.split(',') ?? [];
  return userIdOf(login, centre) === undefined ? undefined : login;
}

/** Makes a quick connect to an agent, which the queue "Support" offers, as an administrator would by hand. Gives its name. */
export async function quickConnectTo(login: string, centre: RunningEmulator): Promise<string> {
  const Name = `Call ${login}`;
  const there = instanceOf(centre)?.quickConnects.some((one) => one.Name === Name);
  if (there) return Name;
  const UserConfig = { UserId: userIdOf(login, centre), ContactFlowId: AGENT_TRANSFER_FLOW_ID };
  const made = await call(centre, 'PUT', `/quick-connects/${INSTANCE_ID}`, {
    Name,
    QuickConnectConfig: { QuickConnectType: 'USER', UserConfig },
  });
  const { QuickConnectId } = (await made.json()) as { QuickConnectId: string };
  await call(centre, 'POST', `/queues/${INSTANCE_ID}/${SUPPORT_QUEUE_ID}/associate-quick-connects`, { QuickConnectIds: [QuickConnectId] });
  return Name;
}

/** The project as it would be without that person, with the state that there is now. Gives its directory. */
export function projectWithout(login: string, project: string, demo: string): string {
  const directory = join(demo, 'leaver');
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(dirname(join(directory, TEAM)), { recursive: true });
  for (const file of ['main.ts', 'cdktf.json', 'terraform.agents-demo.tfstate']) copyFileSync(join(project, file), join(directory, file));
  const [header = ''] = readFileSync(join(project, TEAM), 'utf8').split('\n');
  const rest = rowsOf(project).filter((row) => !row.startsWith(`${login},`));
  writeFileSync(join(directory, TEAM), [header, ...rest, ''].join('\n'));
  return directory;
}

const rowsOf = (project: string): readonly string[] =>
  readFileSync(join(project, TEAM), 'utf8')
    .split('\n')
    .slice(1)
    .filter((row) => row.trim() !== '');

const instanceOf = (centre: RunningEmulator) => snapshot(centre.emulator.world).instances.find(({ id }) => id === INSTANCE_ID);

const userIdOf = (login: string, centre: RunningEmulator): string | undefined =>
  instanceOf(centre)?.users.find(({ Username }) => Username === login)?.Id;

/** By Connect's own wire protocol; the emulator reads of a signature who signed. */
async function call(centre: RunningEmulator, method: string, path: string, body: object): Promise<Response> {
  const scope = `AKIADEMO/20260101/${HOME_REGION}/connect/aws4_request`;
  const headers = {
    'content-type': 'application/json',
    authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
  };
  const answer = await fetch(`${centre.url}${path}`, { method, headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`the contact centre answered ${answer.status} to ${method} ${path}: ${await answer.text()}`);
  return answer;
}
