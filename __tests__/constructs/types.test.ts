import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, TerraformStack, Testing, Token } from 'cdktf';
import {
  type Agent,
  type AgentGroup,
  type Centre,
  ConnectProvider,
  ConnectUser,
  type ContactCentre,
  type Lookups,
  type ConnectProviderConfig,
  type ConnectUserConfig,
  type ConnectUserPhoneConfig,
} from '../../constructs';
import { bindings } from '../../constructs/bindings/bindings';
import { thisPackage } from '../../constructs/plugin/built-plugin';
import { providerSchema } from '../../custom-resources';
import type { Schema } from '../../custom-resources/contract/schema';
import { agent } from '../support/constructs/programs';

/** `true` where a value of the type is taken; the compiler checks what is written here. */
type Takes<T, Value> = [Value] extends [T] ? true : false;

const facts: {
  readonly wordsOnly: Takes<ConnectUserPhoneConfig['phoneType'], 'FAX' | string>;
  readonly words: Takes<ConnectUserPhoneConfig['phoneType'], 'SOFT_PHONE' | 'DESK_PHONE'>;
  readonly expressions: Takes<ConnectUserPhoneConfig['phoneType'], '${var.phone_type}'>;
  readonly wordsOfTheProvider: Takes<ConnectProviderConfig['refreshMode'], 'bulky'>;
  readonly lists: Takes<ConnectUserConfig['securityProfileIds'], readonly string[]>;
  readonly blocks: Takes<ConnectUserConfig['proficiency'], readonly { attributeName: string; attributeValue: string; level: number }[]>;
  readonly readingSecrets: Takes<string, ConnectUser['passwordWo']>;
  readonly readingWords: Takes<string, ConnectUser['quickConnectsOnDelete']>;
  readonly handingOn: Takes<Parameters<Agent['joins']>, string[]>;
  readonly handingUsersOn: Takes<Parameters<AgentGroup['ownsUsers']>, Agent[]>;
  readonly lookups: Takes<Lookups, ReturnType<ContactCentre['lookups']>>;
  readonly centres: Takes<Centre, AgentGroup['contactCentre']>;
} = {
  wordsOnly: false,
  words: true,
  expressions: true,
  wordsOfTheProvider: false,
  lists: true,
  blocks: true,
  readingSecrets: false,
  readingWords: true,
  handingOn: true,
  handingUsersOn: true,
  lookups: true,
  centres: true,
};

test('types take the words of an enumeration, lists that are not changed, and undefined; secrets are not read back', () => {
  expect(facts.wordsOnly).toBe(false);
  const user = new ConnectUser(new TerraformStack(new App(), 'agents'), 'ada', { ...agent, passwordWo: 'Secret-123' });
  expect(user.passwordWo).toBeUndefined();
  expect(user.passwordWoInput).toBe('Secret-123');
});

test('libraries hand on what the methods of agents and groups take, and name what they give', () => {
  expect(facts).toMatchObject({ handingOn: true, handingUsersOn: true, lookups: true, centres: true });
});

describe('blocks of a user', () => {
  const written = (program: (user: ConnectUser) => void, config: Partial<ConnectUserConfig> = {}): unknown => {
    const stack = new TerraformStack(new App(), 'agents');
    new ConnectProvider(stack, 'connect');
    program(new ConnectUser(stack, 'ada', { ...agent, ...config }));
    const body: Readonly<Record<string, unknown>> = JSON.parse(Testing.synth(stack)).resource.connect_user.ada;
    return Object.fromEntries(Object.entries(body).filter(([name]) => !REQUIRED.includes(name)));
  };
  const REQUIRED = ['instance_id', 'name', 'routing_profile_id', 'security_profile_ids'];
  const identityInfo = { firstName: 'Ada' };

  test.each<[string, Partial<ConnectUserConfig>, (user: ConnectUser) => void, unknown]>([
    ['are written as given', { identityInfo }, () => undefined, { identity_info: { first_name: 'Ada' } }],
    ['are put later', {}, (user) => user.putIdentityInfo(identityInfo), { identity_info: { first_name: 'Ada' } }],
    ['are reset', { identityInfo }, (user) => user.resetIdentityInfo(), {}],
    ['are reset after they were read', { identityInfo }, (user) => [user.identityInfo.firstName, user.resetIdentityInfo()], {}],
    [
      'are changed in part',
      { identityInfo },
      (user) => (user.identityInfo.lastName = 'Lovelace'),
      { identity_info: { first_name: 'Ada', last_name: 'Lovelace' } },
    ],
    [
      'are replaced after they were read',
      { identityInfo },
      (user) => [user.identityInfo, user.putIdentityInfo({ lastName: 'L' })],
      { identity_info: { last_name: 'L' } },
    ],
    ['are left out where nothing is said', { identityInfo: { firstName: undefined } }, () => undefined, {}],
    ['may be a token', { proficiency: Token.asAny('${var.levels}') }, () => undefined, { proficiency: '${var.levels}' }],
    [
      'refer to what is there',
      {},
      (user) => user.addOverride('tags.first', user.identityInfo.firstName),
      { tags: { first: '${connect_user.ada.identity_info[0].first_name}' } },
    ],
  ])('%s', (_, config, program, expected) => {
    expect(written(program, config)).toEqual(expected);
  });
});

test('what may be left out may be undefined, for programs with exactOptionalPropertyTypes', () => {
  const generated = readFileSync(join(thisPackage().root, 'constructs', 'gen', 'user.ts'), 'utf8');
  expect(generated.match(/^ {2}readonly \w+\?: .*(?<!\| undefined);$/gm)).toBeNull();
});

describe('hovers', () => {
  const { root } = thisPackage();
  const user = readFileSync(join(root, 'constructs', 'gen', 'user.ts'), 'utf8');

  test('say the default of whatever may be left out, and speak of properties by the names that programs know', () => {
    const optional = [...user.matchAll(/\*\/\n {2}readonly (\w+)\?:/g)].length;
    expect(optional).toBeGreaterThan(30);
    expect([...user.matchAll(/@default .*\n {2}\*\/\n {2}readonly (\w+)\?:/g)]).toHaveLength(optional);
    expect(user).toContain('* @default "delete"');
    expect(user).toContain('* @default - the Region in the ARN of the instance, else to that of the provider');
    const comments = user
      .split('\n')
      .filter((line) => /^\s*\*/.test(line))
      .join('\n');
    expect(comments).not.toMatch(/\b(first_name|password_wo|instance_id|phone_config)\b/);
  });

  test('speak so of the properties of the provider, of other constructs and of objects in lists, too', () => {
    const schemas: readonly Schema[] = [providerSchema, ...bindings.map(({ schema }) => schema)];
    const known = new Set(
      schemas.flatMap(({ attributes, blocks }) =>
        [attributes, ...Object.values(blocks).map((block) => block.attributes)].flatMap((one) => Object.keys(one)),
      ),
    );
    const directory = join(root, 'constructs', 'gen');
    const comments = readdirSync(directory).flatMap((file) => readFileSync(join(directory, file), 'utf8').match(/^\s*\*.*/gm) ?? []);
    expect(comments.filter((line) => (line.match(/[a-z]+(?:_[a-z]+)+/g) ?? []).some((word) => known.has(word)))).toEqual([]);
    expect(comments.join('\n')).toContain(
      '`userId`, `arn`, `name`, `firstName`, `lastName`, `routingProfileId`, `securityProfileIds` (a set)',
    );
  });

  test('stand on attributes too', () => {
    expect(user).toMatch(/\* The ARN of the user\.\n\s*\*\/\n\s*public get arn\(\)/);
    expect(user).toMatch(/\* All tags of the user: `tags` and the `defaultTags` of the provider\.\n\s*\*\/\n\s*public get tagsAll\(\)/);
  });
});
