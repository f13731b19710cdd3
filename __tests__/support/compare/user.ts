import type { Body } from '../terraform/contact-centre';

/** A user as Connect has it, in the words of its API; its proficiencies beside. */
export interface SeenUser {
  readonly RoutingProfileId?: string;
  readonly SecurityProfileIds?: readonly string[];
  readonly HierarchyGroupId?: string;
  readonly Tags?: Readonly<Record<string, string>>;
  readonly IdentityInfo?: {
    readonly FirstName?: string;
    readonly LastName?: string;
    readonly SecondaryEmail?: string;
    readonly Mobile?: string;
  };
  readonly PhoneConfig?: {
    readonly PhoneType?: string;
    readonly AutoAccept?: boolean;
    readonly AfterContactWorkTimeLimit?: number;
    readonly DeskPhoneNumber?: string;
    readonly PersistentConnection?: boolean;
  };
  readonly AutoAcceptConfigs?: readonly { readonly Channel?: string; readonly AutoAccept?: boolean }[];
  readonly AfterContactWorkConfigs?: readonly {
    readonly Channel?: string;
    readonly AfterContactWorkConfig?: { readonly AfterContactWorkTimeLimit?: number };
  }[];
  readonly PhoneNumberConfigs?: readonly { readonly Channel?: string; readonly PhoneType?: string }[];
  readonly PersistentConnectionConfigs?: readonly { readonly Channel?: string; readonly PersistentConnection?: boolean }[];
  readonly VoiceEnhancementConfigs?: readonly { readonly Channel?: string; readonly VoiceEnhancementMode?: string }[];
  readonly Proficiencies?: readonly { readonly AttributeName?: string; readonly AttributeValue?: string; readonly Level?: number }[];
}

/** In what a user is not as declared, in words. What is not declared is not compared. */
export function differencesOfUser(name: string, observed: SeenUser, declared: Body, defaults: Body = {}): readonly string[] {
  return [
    ...compare(`the routing profile of ${name}`, observed.RoutingProfileId, bare(declared.routing_profile_id)),
    ...compare(
      `the security profiles of ${name}`,
      [...(observed.SecurityProfileIds ?? [])].sort(),
      (declared.security_profile_ids as string[]).map(bare).sort(),
    ),
    ...compare(
      `the hierarchy group of ${name}`,
      observed.HierarchyGroupId,
      declared.hierarchy_group_id && bare(declared.hierarchy_group_id),
    ),
    ...compare(`the tags of ${name}`, observed.Tags ?? {}, { ...defaults, ...(declared.tags as Body | undefined) }),
    ...compareIdentity(name, observed, declared.identity_info as Body),
    ...comparePhone(name, observed, declared.phone_config as Body | undefined),
    ...compareChannels(name, observed, declared),
    ...compareProficiencies(name, observed, declared),
  ];
}

/** A mobile number that is not declared any more may stay: the API refuses an empty one. */
function compareIdentity(name: string, { IdentityInfo = {} }: SeenUser, declared: Body): string[] {
  const { FirstName, LastName, SecondaryEmail, Mobile } = IdentityInfo;
  return [
    ...compare(`the names of ${name}`, [FirstName, LastName], [declared.first_name, declared.last_name]),
    ...('secondary_email' in declared ? compare(`the second address of ${name}`, SecondaryEmail, declared.secondary_email) : []),
    ...('mobile' in declared ? compare(`the mobile number of ${name}`, Mobile, declared.mobile) : []),
  ];
}

function comparePhone(name: string, { PhoneConfig = {} }: SeenUser, declared: Body | undefined): string[] {
  if (!declared) return [];
  const { PhoneType, AutoAccept = false, AfterContactWorkTimeLimit = 0, PersistentConnection = false, DeskPhoneNumber } = PhoneConfig;
  const desk = PhoneType === 'DESK_PHONE' ? DeskPhoneNumber : undefined;
  return compare(
    `the phone of ${name}`,
    [PhoneType, AutoAccept, AfterContactWorkTimeLimit, PersistentConnection, desk],
    [
      declared.phone_type,
      declared.auto_accept ?? false,
      declared.after_contact_work_time_limit ?? 0,
      declared.persistent_connection ?? false,
      declared.desk_phone_number,
    ],
  );
}

/** The entries of the channels that are declared. */
function compareChannels(name: string, user: SeenUser, declared: Body): string[] {
  const sorts: readonly (readonly [
    string,
    readonly (readonly [string | undefined, ...unknown[]])[],
    (entry: Body) => readonly unknown[],
  ])[] = [
    [
      'auto_accept_config',
      (user.AutoAcceptConfigs ?? []).map((entry) => [entry.Channel, entry.AutoAccept]),
      (entry) => [entry.channel, entry.auto_accept],
    ],
    [
      'after_contact_work_config',
      (user.AfterContactWorkConfigs ?? []).map((entry) => [entry.Channel, entry.AfterContactWorkConfig?.AfterContactWorkTimeLimit ?? 0]),
      (entry) => [entry.channel, entry.after_contact_work_time_limit],
    ],
    [
      'phone_number_config',
      (user.PhoneNumberConfigs ?? []).map((entry) => [entry.Channel, entry.PhoneType]),
      (entry) => [entry.channel, entry.phone_type],
    ],
    [
      'persistent_connection_config',
      (user.PersistentConnectionConfigs ?? []).map((entry) => [entry.Channel, entry.PersistentConnection]),
      (entry) => [entry.channel, entry.persistent_connection],
    ],
    [
      'voice_enhancement_config',
      (user.VoiceEnhancementConfigs ?? []).map((entry) => [entry.Channel, entry.VoiceEnhancementMode]),
      (entry) => [entry.channel, entry.voice_enhancement_mode],
    ],
  ];
  return sorts.flatMap(([block, entries, shape]) => {
    const wanted = blocks(declared[block]).map(shape);
    const channels = new Set(wanted.map(([channel]) => channel));
    return compare(`${block} of ${name}`, entries.filter(([channel]) => channels.has(channel)).sort(), [...wanted].sort());
  });
}

function compareProficiencies(name: string, { Proficiencies = [] }: SeenUser, declared: Body): string[] {
  const wanted = blocks(declared.proficiency).map((one) => [one.attribute_name, one.attribute_value, one.level]);
  if (wanted.length === 0) return [];
  return compare(
    `the proficiencies of ${name}`,
    Proficiencies.map((one) => [one.AttributeName, one.AttributeValue, one.Level]).sort(),
    wanted.sort(),
  );
}

const bare = (id: unknown): string => String(id).slice(String(id).lastIndexOf('/') + 1);
const blocks = (value: unknown): readonly Body[] => (Array.isArray(value) ? (value as Body[]) : []);

export function compare(what: string, is: unknown, should: unknown): string[] {
  const [left, right] = [text(is), text(should)];
  return left === right ? [] : [`${what}: ${left} instead of ${right}`];
}

/** Members in one order. */
const text = (value: unknown): string =>
  JSON.stringify(value ?? null, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
