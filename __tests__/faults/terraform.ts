import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ContactCentre } from '../support/terraform/contact-centre';
import { arm } from './case';
import type { Case } from './cases';
import { judgeTold } from './judge';
import { addPeople, type IdOf } from './lives';
import { outside } from './outside';
import { differences, instanceOf, picture } from './picture';
import { FaultsServer } from './server';
import { apply, plan } from '../support/terraform/told';

/** Whether a case takes hardly any time: with the real terraform, what is waited for is really waited for. */
export const isQuick = ({ fault, forGood }: Case): boolean =>
  !/^no answer|nobody answers/.test(fault.name) && (!forGood || fault.family === 'refusal' || fault.family === 'credentials');

/** Takes a case with the real terraform, from an empty state on. */
export async function takeWithTerraform(one: Case): Promise<readonly string[]> {
  const { life, end } = one.life;
  const centre = await ContactCentre.start({ settings: life.settings });
  const { emulator } = centre.emulator.running;
  await using server = await new FaultsServer(emulator).listen();
  const idOf: IdOf = (name) => instanceOf(emulator).users.find(({ Username }) => Username === name)?.Id ?? `no user ${name}`;
  const provider = { ...life.provider, endpoint: server.url };
  try {
    addPeople(emulator);
    if (life.before) {
      await centre.declare(life.before(idOf), provider);
      await centre.apply();
      if (life.forgotten) rmSync(join(centre.project.directory, 'terraform.tfstate'));
    }
    life.outside?.(outside(emulator), idOf);
    await centre.declare(life.declared(idOf), provider);
    arm(server, one);
    const told = life.run === 'plan' ? await plan(centre) : await apply(centre);
    server.meet = () => undefined;
    const again = await apply(centre);
    const next = await plan(centre);
    return [
      ...judgeTold(one, { ...told, planned: one.life.told.planned, drift: one.life.told.drift }),
      ...[...again.errors, ...next.errors, ...Object.entries({ ...next.planned, ...next.drift })].map(
        (left) => `the next runs: ${JSON.stringify(left)}`,
      ),
      ...differences(picture(emulator), end).map((difference) => `in the end ${difference}`),
    ];
  } finally {
    await centre.close();
  }
}
