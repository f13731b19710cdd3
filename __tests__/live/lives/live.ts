import type { Body, Declaration } from '../../support/terraform/contact-centre';
import type { Told } from '../../support/terraform/told';
import { redacted } from '../report/privacy';
import { type Life, type LifeReport, type Step, STEPS } from './life';
import { Complaint, type LiveTerraform } from './terraform';

type Outcome = LifeReport['steps'][number];

/** Lives a life step by step, up to the first that goes wrong: what is left then is swept with the rest. */
export async function live(
  life: Life,
  terraform: LiveTerraform,
  isAllGone: () => Promise<boolean>,
  tell: (line: string) => void,
): Promise<LifeReport> {
  const acts = actsOf(life, terraform, isAllGone);
  const steps: Outcome[] = [];
  for (const step of STEPS) {
    if (steps.some(({ result }) => result !== 'as expected')) {
      steps.push({ step, result: 'not reached' });
      continue;
    }
    tell(`life: ${life.name}: ${step}`);
    steps.push(await outcomeOf(step, acts[step], terraform, tell));
  }
  return { name: life.name, resources: Object.keys(resourcesOf(life.created)), steps };
}

async function outcomeOf(step: Step, act: () => Promise<void>, terraform: LiveTerraform, tell: (line: string) => void): Promise<Outcome> {
  try {
    await act();
    return { step, result: 'as expected' };
  } catch (error) {
    if (terraform.isStopped) throw error;
    const message = error instanceof Error ? error.message : String(error);
    tell(`  ${message}`);
    return { step, result: 'failed', problem: redacted(error instanceof Complaint ? error.summary : message) };
  }
}

function actsOf(life: Life, terraform: LiveTerraform, isAllGone: () => Promise<boolean>): Readonly<Record<Step, () => Promise<void>>> {
  const mustBeEmpty = async (): Promise<void> => mustPlan(await terraform.plan(), []);
  return {
    create: async () => mustPlan(await terraform.apply(life.created), ['create']),
    'empty plan': mustBeEmpty,
    change: async () => mustPlan(await terraform.apply(life.changed), ['update']),
    'empty plan after it': mustBeEmpty,
    replace: async () => {
      const told = await terraform.apply(life.replaced);
      if (!Object.values(told.planned).includes('replace')) throw surprise(told, 'a replacement');
    },
    'empty plan after that': mustBeEmpty,
    import: async () => {
      const ids = terraform.importIds();
      await terraform.forget(Object.keys(ids));
      const blocks = Object.entries(ids).map(([to, id]) => ({ to, id }));
      mustPlan(await terraform.apply({ ...withoutPasswords(life.replaced), import: blocks }), ['import']);
    },
    destroy: async () => {
      mustPlan(await terraform.apply(withoutPasswords(life.replaced), '-destroy'), ['delete']);
      if (!(await isAllGone())) throw new Complaint('something is left after destroy', 'something is left after destroy');
    },
  };
}

/** Nobody can import a password. */
function withoutPasswords(declaration: Declaration): Declaration {
  const { connect_user: users = {}, ...others } = resourcesOf(declaration);
  const open = Object.entries(users).map(([name, body]) => [
    name,
    Object.fromEntries(Object.entries(body).filter(([attribute]) => !attribute.startsWith('password_wo'))),
  ]);
  return { resource: { ...others, connect_user: Object.fromEntries(open) as object } };
}

const resourcesOf = ({ resource }: Declaration): Readonly<Record<string, Readonly<Record<string, Body>>>> =>
  resource as Readonly<Record<string, Readonly<Record<string, Body>>>>;

/** Fails unless the plan did these things, and nothing else. */
function mustPlan(told: Told, actions: readonly string[]): void {
  const planned = new Set(Object.values(told.planned));
  if (planned.size !== actions.length || !actions.every((action) => planned.has(action)))
    throw surprise(told, actions.join(' and ') || 'nothing');
}

const surprise = ({ planned }: Told, expected: string): Complaint => {
  const found = Object.entries(planned)
    .map(([address, action]) => `${address} ${action}`)
    .join(', ');
  const text = `the plan should have shown ${expected}, and showed: ${found || 'nothing'}`;
  return new Complaint(text, text);
};
