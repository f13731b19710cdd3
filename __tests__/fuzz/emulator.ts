import { request } from 'node:http';
import { type OperationModel, model, type ShapeReference, shapeOf } from '../../emulator/model/api-model';
import * as seed from '../../emulator/seed/demo';
import type { Dice } from './dice';
import { agent, type TestEmulator } from '../support/emulator/test-emulator';
import type { FuzzTarget } from './fuzz';

const IDS = Object.values(seed).filter((value) => typeof value === 'string');

interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const signature = (service: string, accessKey = 'AKIATEST'): string =>
  `AWS4-HMAC-SHA256 Credential=${accessKey}/20260101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=${'0'.repeat(64)}`;

/** Requests to the emulator over HTTP: those of the API model with wrong parts, and nonsense. It may refuse them; it may not fail. */
export function fuzzedEmulator(emulator: TestEmulator): FuzzTarget {
  return {
    name: 'emulator',
    next: (dice) => {
      const call = dice.pick([nonsense, operationCall, operationCall, nearlyRight, nearlyRight])(dice);
      return {
        input: JSON.stringify({ ...call, body: call.body.toString('latin1').slice(0, 2000) }),
        run: async () => failureOf(await send(emulator.url, call)),
      };
    },
    refresh: async () => {
      const sick: string[] = [];
      const { instances } = await emulator.control.state();
      const looks = instances.flatMap(({ id, users }) => [
        post(`/search-users`, { InstanceId: id, MaxResults: 500 }),
        ...users.slice(-20).map(({ Id }) => ({ ...post(`/users/${id}/${Id}`, {}), method: 'GET', body: Buffer.alloc(0) })),
      ]);
      for (const look of looks) {
        const failure = failureOf(await send(emulator.url, look));
        if (failure !== undefined) sick.push(`${look.method} ${look.path}: ${failure}`);
      }
      await emulator.control.seed('demo');
      await emulator.control.clearCalls();
      return sick[0];
    },
  };
}

const post = (path: string, body: unknown): Call => ({
  method: 'POST',
  path,
  headers: { authorization: signature('connect') },
  body: Buffer.from(JSON.stringify(body)),
});

/** 501 is for operations that it does not serve. */
const failureOf = ({ status, text }: { readonly status: number; readonly text: string }): string | undefined =>
  status >= 500 && status !== 501 ? `it answered ${status}: ${text.slice(0, 500)}` : undefined;

function operationCall(dice: Dice): Call {
  const operation = dice.pick(Object.values(model.operations));
  const path = operation.requestUri.replace(/\{[^}]+\}/g, () => encodeURIComponent(textOf(dice)).slice(0, 2000));
  const text = JSON.stringify(bodyOf(dice, operation)) ?? '';
  const body = dice.chance(15) ? dice.mutate(Buffer.from(text)) : Buffer.from(text);
  const isGet = operation.method === 'GET';
  const query =
    isGet && dice.chance(40)
      ? `?${dice.pick(['maxResults', 'nextToken', 'tagKeys', 'groupIds'])}=${encodeURIComponent(textOf(dice)).slice(0, 500)}`
      : '';
  return {
    method: operation.method,
    path: path + query,
    headers: { authorization: signature('connect') },
    body: isGet ? Buffer.alloc(0) : body,
  };
}

/** Requests that the emulator carries out, with one or two parts replaced: what it takes must not spoil what it answers later. */
function nearlyRight(dice: Dice): Call {
  const [method, path, body] = dice.pick<readonly [string, string, unknown]>([
    ['PUT', `/users/${seed.INSTANCE_ID}`, { ...dice.pick(AGENTS), Username: `agent${dice.below(5000)}` }],
    ['PUT', `/users/${seed.INSTANCE_ID}`, { ...dice.pick(AGENTS), Username: `agent${dice.below(5000)}` }],
    [
      'POST',
      '/search-users',
      {
        InstanceId: seed.INSTANCE_ID,
        SearchCriteria: search,
        SearchFilter: { TagFilter: { TagCondition: { TagKey: 'team', TagValue: 'north' } } },
        MaxResults: 100,
      },
    ],
    [
      'PUT',
      `/quick-connects/${seed.INSTANCE_ID}`,
      {
        Name: `quick${dice.below(5000)}`,
        QuickConnectConfig: { QuickConnectType: 'PHONE_NUMBER', PhoneConfig: { PhoneNumber: '+447700900123' } },
      },
    ],
    ['POST', `/tags/${encodeURIComponent(seed.TEAM_GROUP_ARN)}`, { tags: { team: 'north' } }],
    ['POST', '/search-quick-connects', { InstanceId: seed.INSTANCE_ID, SearchCriteria: search }],
  ]);
  const changed = Array.from({ length: dice.below(3) }).reduce((before) => replaced(dice, before), body);
  return { method, path, headers: { authorization: signature('connect') }, body: Buffer.from(JSON.stringify(changed) ?? '') };
}

const identity = {
  FirstName: 'Ada',
  LastName: 'Lovelace',
  Email: 'ada@example.com',
  SecondaryEmail: 'lovelace@example.com',
  Mobile: '+447700900123',
};
const AGENTS: readonly object[] = [
  agent('agent', {
    IdentityInfo: identity,
    PhoneConfig: { PhoneType: 'DESK_PHONE', DeskPhoneNumber: '+447700900123', AutoAccept: false, AfterContactWorkTimeLimit: 0 },
    Tags: { team: 'north' },
  }),
  {
    ...agent('agent', { HierarchyGroupId: seed.NORTH_HIERARCHY_GROUP_ID }),
    AfterContactWorkConfigs: [
      {
        Channel: 'VOICE',
        AfterContactWorkConfig: { AfterContactWorkTimeLimit: 30 },
        AgentFirstCallbackAfterContactWorkConfig: { AfterContactWorkTimeLimit: 30 },
      },
    ],
    AutoAcceptConfigs: [{ Channel: 'VOICE', AutoAccept: true, AgentFirstCallbackAutoAccept: true }],
  },
];
const search = {
  OrConditions: [{ StringCondition: { FieldName: 'username', Value: 'agent', ComparisonType: 'CONTAINS' } }],
  AndConditions: [],
};

/** One part of a JSON value becomes another. */
function replaced(dice: Dice, value: unknown): unknown {
  const other = (): unknown =>
    dice.chance(50)
      ? null
      : dice.pick<unknown>(['', 0, -1, [], {}, [null], 'constructor', '__proto__', '*', true, 'x'.repeat(5000), dice.pick(IDS)]);
  if (typeof value !== 'object' || value === null || dice.chance(10)) return other();
  if (Array.isArray(value))
    return value.length === 0 ? [other()] : value.map((element, index) => (index === 0 ? replaced(dice, element) : element));
  const names = Object.keys(value);
  if (names.length === 0) return other();
  const chosen = dice.pick(names);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, name === chosen ? replaced(dice, part) : part]));
}

function bodyOf(dice: Dice, { input }: OperationModel): unknown {
  return input === undefined ? {} : valueOf(dice, { shape: input }, 0);
}

function valueOf(dice: Dice, reference: ShapeReference, depth: number): unknown {
  const shape = shapeOf(reference.shape);
  if (depth > 6 || dice.chance(3))
    return dice.pick<unknown>([null, 0, -1, 1e21, '', [], {}, true, [null], { constructor: null }, 'x'.repeat(5000)]);
  switch (shape.type) {
    case 'structure': {
      const members = Object.entries(shape.members ?? {}).filter(([name]) => shape.required?.includes(name) === true || dice.chance(35));
      return Object.fromEntries(members.map(([name, member]) => [name, valueOf(dice, member, depth + 1)]));
    }
    case 'list':
      return Array.from({ length: dice.below(4) }, () => (shape.member ? valueOf(dice, shape.member, depth + 1) : null));
    case 'map':
      return Object.fromEntries(Array.from({ length: dice.below(4) }, () => [textOf(dice), textOf(dice)]));
    case 'boolean':
      return dice.chance(50);
    case 'integer':
    case 'long':
    case 'double':
    case 'float':
      return dice.pick([0, 1, 2, 100, 500, 1000, -1, 0.5]);
    default:
      return shape.enum && dice.chance(90) ? dice.pick(shape.enum) : textOf(dice);
  }
}

const textOf = (dice: Dice): string =>
  dice.chance(75) ? dice.pick(IDS) : dice.chance(50) ? `agent${dice.below(50)}` : dice.text(dice.pick(IDS));

function nonsense(dice: Dice): Call {
  const { path, method } = operationCall(dice);
  const known = dice.chance(50);
  return {
    method: dice.pick(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', method]),
    path: known ? path : `/${encodeURIComponent(dice.text(path)).slice(0, 2000)}`,
    headers: {
      ...(dice.chance(80) && {
        authorization: dice.pick([
          signature('connect'),
          signature('sts'),
          signature('s3'),
          signature('connect', 'AKIAWRONG'),
          'Bearer x',
          '',
        ]),
      }),
      'content-type': dice.pick(['application/json', 'application/x-amz-json-1.1', 'text/plain', 'application/x-www-form-urlencoded']),
      'x-amz-target': dice.pick(['AmazonConnect.CreateUser', 'constructor', '']),
    },
    body: dice.pick<() => Buffer>([
      () => dice.bytes(dice.below(300)),
      () => Buffer.from('['.repeat(dice.below(20_000))),
      () => Buffer.from(`{"a":${'1'.repeat(dice.below(400))}}`),
      () =>
        Buffer.from(
          `Action=${dice.pick(['AssumeRole', 'GetCallerIdentity', 'constructor'])}&RoleArn=${encodeURIComponent(textOf(dice)).slice(0, 500)}&DurationSeconds=${dice.pick(['900', '-1', 'x'])}`,
        ),
      () => Buffer.alloc(0),
    ])(),
  };
}

function send(url: string, { method, path, headers, body }: Call): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(url), { method, path, headers: { ...headers, 'content-length': body.length } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject);
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
    });
    sent.on('error', reject).end(body);
  });
}
