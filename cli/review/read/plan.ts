import { type Json, type JsonObject, isList, isObject, listIn, objectIn, textIn, textsIn } from './json';
import { isSensitive, redact, secretsIn } from './redact';
import { checksLeftOut, type MayLeaveOutChecks } from './plan-checks';
import { declaredIn, type References, referencesIn } from './references';

/** What the review reads of the plan of one stack (`terraform show -json`), its secrets taken out. */
export interface Plan {
  readonly stack: string;
  /** Terraform failed while it planned: the plan cannot be applied. */
  readonly errored: boolean;
  /** Not complete where something was deferred or left out by -target: another plan is needed after it. */
  readonly complete: boolean;
  readonly changes: readonly ResourceChange[];
  /** What changed outside Terraform since the last apply. */
  readonly drift: readonly ResourceChange[];
  /** What is in the state, data sources included. */
  readonly state: readonly Thing[];
  readonly references: References;
  readonly leavesOutChecks: MayLeaveOutChecks;
  /** Names of the outputs that change. */
  readonly outputs: readonly string[];
  /** Addresses that Terraform put off to a later plan. */
  readonly deferred: readonly string[];
  /** Texts that no message may show. */
  readonly secrets: readonly string[];
}

export interface Thing {
  readonly address: string;
  readonly type: string;
  readonly mode: 'managed' | 'data';
  readonly values: JsonObject;
}

export type Action = 'none' | 'read' | 'create' | 'update' | 'delete' | 'replace' | 'forget';

export interface ResourceChange {
  readonly address: string;
  readonly type: string;
  readonly mode: 'managed' | 'data';
  readonly action: Action;
  /** Of a replacement: the new one is made before the old one is destroyed (create_before_destroy). */
  readonly createsFirst: boolean;
  readonly reason: string | undefined;
  /** Names of the attributes that make it a replacement. */
  readonly replacedBy: readonly string[];
  readonly importId: string | undefined;
  readonly previousAddress: string | undefined;
  readonly deposed: boolean;
  readonly before: JsonObject | undefined;
  /** What is not known before apply is UNKNOWN in it. */
  readonly after: JsonObject | undefined;
}

export const UNKNOWN = '(known after apply)';

/** To who reads the review: neither unknown before apply, nor a secret. */
export const isKnown = (value: Json | undefined): value is string => typeof value === 'string' && value !== UNKNOWN && !isSensitive(value);

/** Throws why it is none that can be reviewed. */
export function planOf(value: Json, stack: string): Plan {
  const plan = objectIn(value);
  const version = textIn(plan.format_version);
  if (version === undefined || !('resource_changes' in plan || 'planned_values' in plan)) throw new Error(whyNoPlan(plan));
  if (!/^1\./.test(version))
    throw new Error(
      `it has format_version ${version}, and this review understands 1.x: use the version of cdktf-amazon-connect that fits your Terraform`,
    );
  const changes = listIn(plan.resource_changes).map(objectIn);
  const declared = declaredIn(plan);
  return {
    stack,
    errored: plan.errored === true,
    complete: plan.complete !== false,
    changes: changes.map(changeOf),
    drift: listIn(plan.resource_drift).map(objectIn).map(changeOf),
    state: thingsIn(objectIn(objectIn(objectIn(plan.prior_state).values).root_module)),
    references: referencesIn(declared),
    leavesOutChecks: checksLeftOut(plan, declared),
    outputs: Object.entries(objectIn(plan.output_changes))
      .filter(([, change]) => actionOf(textsIn(objectIn(change).actions)) !== 'none')
      .map(([name]) => name)
      .sort(),
    deferred: listIn(plan.deferred_changes).flatMap((deferred) => textIn(objectIn(objectIn(deferred).resource_change).address) ?? []),
    secrets: [...new Set(changes.flatMap(({ change }) => secretsOf(objectIn(change))))],
  };
}

function whyNoPlan(plan: JsonObject): string {
  if ('@level' in plan)
    return 'it is the stream of "terraform plan -json". Give that with --events, and give here the output of "terraform show -json"';
  if ('values' in plan || 'lineage' in plan) return 'it is a state and not a plan: name the plan file in "terraform show -json PLAN_FILE"';
  return 'it is not the output of "terraform show -json PLAN_FILE"';
}

function changeOf(resource: JsonObject): ResourceChange {
  const change = objectIn(resource.change);
  const actions = textsIn(change.actions);
  const secrets = new Set(secretsOf(change));
  const before = objectOrNone(redact(change.before, change.before_sensitive, secrets));
  return {
    address: textIn(resource.address) ?? '(no address)',
    type: textIn(resource.type) ?? '(no type)',
    mode: resource.mode === 'data' ? 'data' : 'managed',
    action: actionOf(actions),
    createsFirst: actions.length > 1 && actions[0] === 'create',
    reason: textIn(resource.action_reason),
    replacedBy: [...new Set(listIn(change.replace_paths).flatMap((path) => textIn(listIn(path)[0]) ?? []))],
    importId: textIn(objectIn(change.importing).id) ?? ('importing' in change ? '' : undefined),
    previousAddress: textIn(resource.previous_address),
    deposed: resource.deposed !== undefined,
    before,
    after: isObject(change.after)
      ? objectIn(withUnknown(redact(change.after, change.after_sensitive, secrets, change.before ?? undefined), change.after_unknown))
      : undefined,
  };
}

/** An order of two is a replacement, whichever comes first. */
function actionOf(actions: readonly string[]): Action {
  if (actions.length > 1) return 'replace';
  switch (actions[0]) {
    case 'create':
    case 'update':
    case 'delete':
    case 'forget':
    case 'read':
      return actions[0];
    default:
      return 'none';
  }
}

/** Terraform leaves out what it does not know, and marks it beside. */
function withUnknown(value: Json | undefined, unknown: Json | undefined): Json {
  if (unknown === true) return UNKNOWN;
  if (isList(value)) return value.map((item, index) => withUnknown(item, isList(unknown) ? unknown[index] : undefined));
  if (!isObject(unknown) || (value !== undefined && !isObject(value))) return value ?? null;
  const names = new Set([...Object.keys(value ?? {}), ...Object.keys(unknown)]);
  return Object.fromEntries([...names].map((name) => [name, withUnknown(value?.[name], unknown[name])]));
}

const objectOrNone = (value: Json): JsonObject | undefined => (isObject(value) ? value : undefined);

const secretsOf = (change: JsonObject): readonly string[] => [
  ...secretsIn(change.before, change.before_sensitive),
  ...secretsIn(change.after, change.after_sensitive),
];

function thingsIn(module: JsonObject): readonly Thing[] {
  const own = listIn(module.resources).map((item): Thing => {
    const resource = objectIn(item);
    return {
      address: textIn(resource.address) ?? '',
      type: textIn(resource.type) ?? '',
      mode: resource.mode === 'data' ? 'data' : 'managed',
      values: objectIn(redact(resource.values, resource.sensitive_values, new Set(secretsIn(resource.values, resource.sensitive_values)))),
    };
  });
  return [...own, ...listIn(module.child_modules).map(objectIn).flatMap(thingsIn)];
}
