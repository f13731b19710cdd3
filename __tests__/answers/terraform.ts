import { systemClock } from '../../connect/clock';
import type { Answers } from '../../emulator/settings';
import { liveAtOnce, type Stage } from './lifecycle';
import type { ContactCentre } from '../support/terraform/contact-centre';
import { apply, plan } from '../support/terraform/told';

/** The life of users and memberships by the real terraform; its state has to be empty. */
export function liveWithTerraform(centre: ContactCentre, answers: Answers): Promise<void> {
  const { emulator } = centre.emulator.running;
  emulator.change({ answers });
  const client = centre.outside();
  const stage: Stage = {
    emulator,
    clock: systemClock,
    client,
    unhindered: async (act) => {
      emulator.change({ answers: { deleteUserWithQuickConnect: 'ok' } });
      await act();
      emulator.change({ answers });
    },
    declare: (declaration) => centre.declare(declaration),
    plan: () => plan(centre),
    apply: () => apply(centre),
    size: () => centre.project.state().length,
  };
  return liveAtOnce(stage, answers).finally(() => client.destroy());
}
