import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ContactCentre } from '../support/terraform/contact-centre';
import type { PlanJson } from '../support/terraform/project';
import { type Told, toldBy } from '../support/terraform/told';
import { type Declared, GROUP, MEMBERSHIP, NOTHING, toTerraform, USER, type Who } from './declaration';

/** A thing in a state. */
export interface Kept {
  readonly address: string;
  readonly type: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** One owner: a project with a state of its own, and what it declares. */
export class Stack {
  declared: Declared = NOTHING;
  private next = 1;

  constructor(
    readonly name: string,
    readonly centre: ContactCentre,
  ) {}

  startOver(): void {
    this.declared = NOTHING;
    for (const file of ['terraform.tfstate', 'terraform.tfstate.backup'])
      rmSync(join(this.centre.project.directory, file), { force: true });
  }

  fresh(prefix: string): string {
    return `${prefix}${this.next++}`;
  }

  declare(): Promise<void> {
    return this.centre.declare(toTerraform(this.declared), { max_retries: 2 });
  }

  get kept(): readonly Kept[] {
    return this.centre.project
      .state()
      .flatMap(({ mode, type, name, instances }) =>
        mode === 'managed' ? instances.map(({ attributes }) => ({ address: `${type}.${name}`, type, attributes })) : [],
      );
  }

  /** The ids of the users in the state, those in a whole group included. */
  get knownUsers(): ReadonlySet<string> {
    return new Set(this.kept.flatMap(({ type, attributes }) => (type === USER ? [String(attributes.user_id)] : [])));
  }

  /** `GROUP USER` of the memberships in the state, those of whole groups included. */
  get knownMemberships(): ReadonlySet<string> {
    return new Set(
      this.kept.flatMap(({ type, attributes: { traffic_distribution_group_id: group, user_id: user, user_ids: users } }) => {
        if (type === MEMBERSHIP) return [`${String(group)} ${String(user)}`];
        return type === GROUP ? (users as readonly string[]).map((id) => `${String(group)} ${id}`) : [];
      }),
    );
  }

  /** The id that a reference stands for; nothing before the user is in the state. */
  idOf(who: Who): string | undefined {
    if ('id' in who) return who.id;
    const id = this.centre.project.attributes(`${USER}.${who.own}`)?.user_id;
    return typeof id === 'string' ? id : undefined;
  }

  /** Plans and keeps the plan; tells it, and shows it where it did not fail. */
  async plan(...args: readonly string[]): Promise<{ readonly told: Told; readonly shown: PlanJson }> {
    rmSync(join(this.centre.project.directory, PLAN), { force: true });
    const told = toldBy(await this.centre.project.run('plan', '-json', '-input=false', `-out=${PLAN}`, ...args));
    if (!existsSync(join(this.centre.project.directory, PLAN)) || told.code !== 0) return { told, shown: {} };
    return { told, shown: JSON.parse((await this.centre.project.succeed('show', '-json', PLAN)).stdout) as PlanJson };
  }

  async applyPlan(): Promise<Told> {
    return toldBy(await this.centre.project.run('apply', '-json', '-input=false', PLAN));
  }

  async destroy(): Promise<Told> {
    return toldBy(await this.centre.project.run('destroy', '-json', '-auto-approve', '-input=false'));
  }
}

const PLAN = 'owners.tfplan';
