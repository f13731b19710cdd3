import { BASIC_ROUTING_PROFILE_ID, INSTANCE_ID, SALES_ROUTING_PROFILE_ID } from '../../emulator/seed/demo';
import { agent, type Body, type Declaration, membership } from '../support/terraform/contact-centre';

/** Who is meant: a user of the same stack by its address, or anybody by id. */
export type Who = { readonly own: string } | { readonly id: string };

export interface DeclaredUser {
  readonly address: string;
  readonly name: string;
  readonly sales: boolean;
  readonly createFirst: boolean;
}

export interface DeclaredMembership {
  readonly address: string;
  readonly group: string;
  readonly who: Who;
}

export interface DeclaredGroup {
  readonly address: string;
  readonly group: string;
  readonly who: readonly Who[];
}

/** What one stack declares; the blocks of a single apply beside. */
export interface Declared {
  readonly users: readonly DeclaredUser[];
  readonly memberships: readonly DeclaredMembership[];
  readonly groups: readonly DeclaredGroup[];
  readonly imports: readonly { readonly to: string; readonly id: string }[];
  readonly moved: readonly { readonly from: string; readonly to: string }[];
}

export const NOTHING: Declared = { users: [], memberships: [], groups: [], imports: [], moved: [] };

export const USER = 'connect_user';
export const MEMBERSHIP = 'connect_traffic_distribution_group_user';
export const GROUP = 'connect_traffic_distribution_group_users';

/** Without the resources at these addresses, and without whatever refers to them. */
export function without(declared: Declared, addresses: ReadonlySet<string>): Declared {
  const stays = (who: Who): boolean => !('own' in who && addresses.has(`${USER}.${who.own}`));
  return {
    users: declared.users.filter(({ address }) => !addresses.has(`${USER}.${address}`)),
    memberships: declared.memberships.filter(({ address, who }) => !addresses.has(`${MEMBERSHIP}.${address}`) && stays(who)),
    groups: declared.groups
      .filter(({ address }) => !addresses.has(`${GROUP}.${address}`))
      .map((one) => ({ ...one, who: one.who.filter(stays) })),
    imports: declared.imports.filter(({ to }) => !addresses.has(to)),
    moved: declared.moved.filter(({ to }) => !addresses.has(to)),
  };
}

export function toTerraform({ users, memberships, groups, imports, moved }: Declared): Declaration {
  const resource = {
    ...section(
      USER,
      users.map((one) => [one.address, userBody(one)]),
    ),
    ...section(
      MEMBERSHIP,
      memberships.map(({ address, group, who }) => [address, membership(idOf(who), { traffic_distribution_group_id: group })]),
    ),
    ...section(
      GROUP,
      groups.map(({ address, group, who }) => [
        address,
        // Whoever has taken the last one out means it.
        { instance_id: INSTANCE_ID, traffic_distribution_group_id: group, user_ids: who.map(idOf), allow_empty: who.length === 0 || null },
      ]),
    ),
  };
  return {
    ...(Object.keys(resource).length > 0 && { resource }),
    ...(imports.length > 0 && { import: imports }),
    ...(moved.length > 0 && { moved }),
  };
}

const section = (type: string, bodies: readonly (readonly [string, Body])[]): Declaration =>
  bodies.length > 0 ? { [type]: Object.fromEntries(bodies) } : {};

const userBody = ({ name, sales, createFirst }: DeclaredUser): Body =>
  agent(name, {
    phone_config: undefined,
    routing_profile_id: sales ? SALES_ROUTING_PROFILE_ID : BASIC_ROUTING_PROFILE_ID,
    ...(createFirst && { lifecycle: { create_before_destroy: true } }),
  });

const idOf = (who: Who): string => ('own' in who ? `\${${USER}.${who.own}.user_id}` : who.id);
