import { agent, type Body, type Declaration, membership } from '../support/terraform/contact-centre';
import type { Edit } from './steps';

export interface DeclaredUser {
  readonly key: number;
  readonly address: string;
  readonly name: string;
  readonly body: Body;
}

export interface DeclaredMembership {
  readonly address: string;
  /** The key of its user. */
  readonly user: number;
  readonly group: string;
}

/** What the configuration of a random sequence declares, and how edits change it. */
export class RandomDeclaration {
  users: readonly DeclaredUser[] = [];
  memberships: readonly DeclaredMembership[] = [];
  defaultTags: Readonly<Record<string, string>> = {};
  /** The `moved` blocks of this step. */
  private moved: readonly { readonly from: string; readonly to: string }[] = [];
  /** Addresses that changed in this step without a `moved` block: the plan must refuse that. */
  private unmoved: readonly { readonly from: string; readonly to: string }[] = [];
  /** The memberships from before this step: one that comes back at another address is another case of not moved. */
  private before: readonly DeclaredMembership[] = [];
  private next = 1;

  get hasUnmoved(): boolean {
    return this.unmoved.length > 0;
  }

  begin(): void {
    this.moved = [];
    this.unmoved = [];
    this.before = this.memberships;
  }

  /** Says of all readdressed resources that they moved. */
  moveAll(): void {
    this.moved = [...this.moved, ...this.unmoved];
    this.unmoved = [];
  }

  apply(edit: Edit): void {
    switch (edit.edit) {
      case 'add user':
        if (this.users.length < MOST_USERS) this.users = [...this.users, this.newUser(edit.body)];
        return;
      case 'change user':
        return this.changeUser(edit.pick, ({ body }) => ({ body: { ...body, ...edit.body } }));
      case 'rename user':
        return this.changeUser(edit.pick, () => ({ name: this.fresh('agent') }));
      case 'remove user':
        return this.removeUser(edit.pick);
      case 'readdress user':
        return this.changeUser(edit.pick, (user) => ({ address: this.readdress('connect_user', user.address, edit.moved) }));
      case 'add membership':
        return this.addMembership(edit.pick, edit.group);
      case 'change group':
        return this.changeMembership(edit.pick, ({ user, group }) => (this.canJoin(user, edit.group) ? { group: edit.group } : { group }));
      case 'remove membership':
        this.memberships = this.memberships.filter((_, index) => index !== edit.pick % this.memberships.length);
        return;
      case 'readdress membership':
        return this.changeMembership(edit.pick, ({ address }) => ({ address: this.readdress(MEMBERSHIP, address, edit.moved) }));
      case 'reorder':
        this.users = [...this.users].reverse();
        this.memberships = [...this.memberships].reverse();
        return;
      case 'default tags':
        this.defaultTags = edit.tags;
    }
  }

  toTerraform(): Declaration {
    const resources = {
      ...(this.users.length > 0 && {
        connect_user: Object.fromEntries(
          this.users.map(({ address, name, body }) => [address, agent(name, { phone_config: undefined, ...body })]),
        ),
      }),
      ...(this.memberships.length > 0 && {
        [MEMBERSHIP]: Object.fromEntries(this.memberships.map((one) => [one.address, this.membershipBody(one)])),
      }),
    };
    return { ...(Object.keys(resources).length > 0 && { resource: resources }), ...(this.moved.length > 0 && { moved: this.moved }) };
  }

  get provider(): Body {
    return { default_tags: [{ tags: this.defaultTags }] };
  }

  userOf(key: number): DeclaredUser {
    const user = this.users.find((candidate) => candidate.key === key);
    if (!user) throw new Error(`no user ${key} is declared`);
    return user;
  }

  private membershipBody({ user, group }: DeclaredMembership): Body {
    return membership(`\${connect_user.${this.userOf(user).address}.user_id}`, { traffic_distribution_group_id: group });
  }

  private newUser(body: Body): DeclaredUser {
    return { key: this.next++, address: this.fresh('u'), name: this.fresh('agent'), body };
  }

  private removeUser(pick: number): void {
    const removed = this.users[pick % this.users.length];
    this.users = this.users.filter((user) => user !== removed);
    this.memberships = this.memberships.filter(({ user }) => user !== removed?.key);
  }

  private changeUser(pick: number, change: (user: DeclaredUser) => Partial<DeclaredUser>): void {
    this.users = this.users.map((user, index) => (index === pick % this.users.length ? { ...user, ...change(user) } : user));
  }

  private addMembership(pick: number, group: string): void {
    const user = this.users[pick % this.users.length];
    if (user && this.canJoin(user.key, group))
      this.memberships = [...this.memberships, { address: this.fresh('m'), user: user.key, group }];
  }

  private changeMembership(pick: number, change: (one: DeclaredMembership) => Partial<DeclaredMembership>): void {
    this.memberships = this.memberships.map((one, index) => (index === pick % this.memberships.length ? { ...one, ...change(one) } : one));
  }

  private canJoin(user: number, group: string): boolean {
    return ![...this.memberships, ...this.before].some((one) => one.user === user && one.group === group);
  }

  /** A resource that was readdressed in this step already moved from where it was before it. */
  private readdress(type: string, address: string, moved: boolean): string {
    const fresh = this.fresh(address.charAt(0));
    const from = `${type}.${address}`;
    const chained = [...this.moved, ...this.unmoved].some(({ to }) => to === from);
    const move = { from, to: `${type}.${fresh}` };
    if (moved || chained) this.moved = [...this.moved, move];
    else this.unmoved = [...this.unmoved, move];
    return fresh;
  }

  private fresh(prefix: string): string {
    return `${prefix}${this.next++}`;
  }
}

export const MEMBERSHIP = 'connect_traffic_distribution_group_user';
const MOST_USERS = 7;
