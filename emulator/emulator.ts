/**
 * Amazon Connect on localhost: one request in, one answer out. Ties the model, the state and the settings
 * together; it knows nothing of sockets, and nothing else of this project.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { authorize, type Caller } from './authorize';
import { EmulatorClock, type TimeSource } from './clock';
import { atMost, CallLog, keysOf, type Keys } from './control/call-log';
import { codeFor, Faults, type Fault } from './control/faults';
import { OPERATIONS } from './operations/all';
import { Call } from './operations/call';
import { callerIdentity, Principals, type Principal } from './principals';
import { operationOfTarget, serviceQuota } from './service-quotas';
import { seedWorld, type SeedName } from './seed/seeds';
import { DEFAULT_SETTINGS, mergeSettings, type Settings, type SettingsPatch } from './settings';
import { StateFile } from './state/state-file';
import { unusable } from './state/state-file-error';
import { World } from './state/world';
import { Throttle } from './throttle';
import { parseBody, readInput } from './wire/input';
import type { JsonObject } from './wire/json';
import { shapeOutput } from './wire/output';
import { pageMark, withMark, withoutMark } from './wire/page-token';
import { route } from './wire/router';
import { ServiceError } from './wire/service-error';
import { readCredential, type Credential } from './wire/signature';
import { stsAnswer, stsError } from './wire/sts';
import { validate } from './wire/validate';

export interface Request {
  readonly method: string;
  /** Still percent-encoded. */
  readonly path: string;
  readonly query: string;
  readonly authorization?: string;
  /** The header X-Amz-Target. */
  readonly target?: string;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface EmulatorOptions {
  readonly seed?: SeedName;
  /** Where the state is kept; what is there takes the place of the seed. */
  readonly stateFile?: string;
  readonly settings?: SettingsPatch;
  readonly timeSource?: TimeSource;
}

/** The name of an operation that nobody knows. */
const UNKNOWN = 'Unknown';

/** What becomes known about a request on its way. */
interface Context {
  readonly requestId: string;
  operation: string;
  keys: Keys;
  credential?: Credential;
  dropped?: 'before' | 'after';
}

export class Emulator {
  readonly calls = new CallLog();
  readonly faults = new Faults();
  readonly clock: EmulatorClock;
  private currentWorld: World;
  private currentSettings: Settings;
  private readonly throttle = new Throttle();
  private readonly principals = new Principals();
  private readonly stateFile: StateFile | undefined;
  private readonly closing = new AbortController();

  constructor({ seed = 'demo', stateFile, settings = {}, timeSource }: EmulatorOptions) {
    this.currentSettings = mergeSettings(DEFAULT_SETTINGS, settings);
    this.clock = new EmulatorClock(timeSource, this.currentSettings.timeScale);
    this.stateFile = stateFile === undefined ? undefined : new StateFile(stateFile);
    try {
      const record = this.stateFile?.record;
      this.currentWorld = record ? World.fromRecord(record) : seedWorld(seed);
      if (record) this.clock.advanceTo(record.time);
      else this.startOver();
    } catch (error) {
      this.stateFile?.close();
      throw stateFile === undefined ? error : unusable(stateFile, error);
    }
  }

  get settings(): Settings {
    return this.currentSettings;
  }

  get world(): World {
    return this.currentWorld;
  }

  /** Puts another world in place of this one. */
  set world(world: World) {
    this.currentWorld = world;
    this.startOver();
  }

  change(patch: SettingsPatch): void {
    this.currentSettings = mergeSettings(this.currentSettings, patch);
    if (patch.timeScale !== undefined) this.clock.setScale(patch.timeScale);
  }

  /** Starts over from a seed; settings, faults and the log of calls stay. */
  reset(seed: SeedName): void {
    this.throttle.reset();
    this.world = seedWorld(seed);
  }

  /**
   * Makes sure that the state file holds what has changed: to be called before anybody is told of it. Throws a
   * StateFileError if it cannot; the change stays, and is tried again with the next call.
   */
  keep(): void {
    const changes = this.world.takeChanges(this.clock.now());
    this.stateFile?.append(changes);
    this.stateFile?.compactIfLarge(() => this.world.toRecordInParts(this.clock.now()));
  }

  /** Gives up calls that still wait, and gives the state file free. */
  close(): void {
    this.closing.abort();
    this.faults.clear();
    this.stateFile?.close();
  }

  /** The whole state is what has changed. */
  private startOver(): void {
    this.world.takeChanges(this.clock.now());
    this.stateFile?.append(this.world.toRecord(this.clock.now()));
  }

  /** Answers a request to the service; nothing when a fault cuts the connection. */
  async handle(request: Request): Promise<Answer | undefined> {
    const context: Context = { requestId: randomUUID(), operation: UNKNOWN, keys: {} };
    const answer = await this.respond(request, context);
    this.log(request, context, answer);
    return context.dropped ? undefined : answer;
  }

  private async respond(request: Request, context: Context): Promise<Answer | undefined> {
    try {
      context.credential = readCredential(request.authorization);
      const { credential } = context;
      if (credential.service === 'sts') return this.sts(request, context, credential);
      if (credential.service === 'servicequotas') return await this.serviceQuotas(request, context, credential);
      return await this.connect(request, context, credential);
    } catch (error) {
      return this.closing.signal.aborted ? undefined : this.failed(error, context.requestId);
    }
  }

  private async connect(request: Request, context: Context, credential: Credential): Promise<Answer | undefined> {
    const match = route(request.method, request.path);
    if (!match)
      throw new ServiceError('UnknownOperationException', `Amazon Connect has no operation at ${request.method} ${atMost(request.path)}.`);
    context.operation = match.operation;
    if (!match.served)
      throw new ServiceError(
        'NotImplementedException',
        `${match.operation} is an operation of Amazon Connect that this emulator does not serve.`,
        {},
        501,
      );
    const principal = this.principals.identify(credential.accessKeyId, this.world.account, this.clock.now());
    const input = readInput(match.operation, match.labels, new URLSearchParams(request.query), request.body);
    context.keys = keysOf(input);

    if (await this.isCutOff(context, credential)) return undefined;
    const output = this.execute(match.operation, input, { credential, principal, keys: context.keys });
    this.keep();
    if (match.operation.startsWith('Create')) context.keys = { ...context.keys, ...keysOf(output ?? {}) };
    return this.answer(200, { 'x-amzn-RequestId': context.requestId }, output ? JSON.stringify(output) : '');
  }

  private async serviceQuotas(request: Request, context: Context, credential: Credential): Promise<Answer | undefined> {
    context.operation = operationOfTarget(request.target);
    const principal = this.principals.identify(credential.accessKeyId, this.world.account, this.clock.now());
    const input = parseBody(request.body);
    context.keys = keysOf({ InstanceId: input.ContextId });
    if (await this.isCutOff(context, credential)) return undefined;
    authorize(context.operation, { credential, principal, keys: context.keys }, this.settings);
    const from = { account: principal.account, region: credential.region };
    const output = serviceQuota(input, new Call(from, this.world, this.settings, this.clock.now()));
    return this.answer(200, { 'x-amzn-RequestId': context.requestId }, JSON.stringify(output));
  }

  /** Whether a fault ends the request without an answer. */
  private async isCutOff(context: Context, { region }: Credential): Promise<boolean> {
    const fault = this.faults.take(context.operation, region, context.keys);
    if (!fault) return false;
    context.dropped = fault.dropConnection;
    await this.suffer(fault);
    return this.closing.signal.aborted || fault.dropConnection === 'before';
  }

  private execute(operation: string, input: JsonObject, caller: Caller): object | undefined {
    const { credential, principal } = caller;
    const now = this.clock.now();
    authorize(operation, caller, this.settings);
    if (!this.throttle.take(`${operation} ${principal.account} ${credential.region}`, now, this.settings)) {
      throw new ServiceError(this.settings.throttleCode, 'Rate exceeded');
    }
    validate(operation, input);
    const run = OPERATIONS.get(operation);
    if (!run) throw new Error(`${operation} is in the model and has no code.`);
    const from = { account: principal.account, region: credential.region };
    const mark = pageMark(operation, from, input);
    const output = run(withoutMark(input, mark), new Call(from, this.world, this.settings, now));
    return shapeOutput(operation, withMark(output, mark));
  }

  private async suffer(fault: Fault): Promise<void> {
    if (fault.delayMs !== undefined) await wait(this.clock.outside(fault.delayMs), undefined, { signal: this.closing.signal });
    if (fault.hold) await this.faults.untilReleased();
    if (!this.closing.signal.aborted && (fault.code !== undefined || fault.status !== undefined)) {
      throw new ServiceError(fault.code ?? codeFor(fault.status ?? 500), fault.message ?? 'A fault was asked for.', {}, fault.status);
    }
  }

  private sts(request: Request, context: Context, { accessKeyId }: Credential): Answer {
    const parameters = new URLSearchParams(request.method === 'POST' ? request.body : request.query);
    const action = parameters.get('Action') ?? '';
    context.operation = action;
    const headers = { 'x-amzn-RequestId': context.requestId, 'content-type': 'text/xml' };
    try {
      const caller = this.principals.identify(accessKeyId, this.world.account, this.clock.now());
      return this.answer(200, headers, stsAnswer(action, this.stsResult(action, parameters, caller), context.requestId));
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      return this.answer(error.status, { ...headers, 'x-amzn-ErrorType': error.code }, stsError(error, context.requestId));
    }
  }

  private stsResult(action: string, parameters: URLSearchParams, caller: Principal): object {
    switch (action) {
      case 'AssumeRole':
        return this.principals.assumeRole(caller, parameters, this.clock.now());
      case 'GetCallerIdentity':
        return callerIdentity(caller);
      default:
        throw new ServiceError('InvalidAction', `Could not find operation ${action} for version 2011-06-15`, {}, 400);
    }
  }

  /** Anything but a ServiceError is a bug of the emulator, and says so. */
  private failed(error: unknown, requestId: string): Answer {
    const failure =
      error instanceof ServiceError
        ? error
        : new ServiceError('InternalServiceException', `The emulator failed: ${error instanceof Error ? error.message : String(error)}`);
    return this.answer(
      failure.status,
      { 'x-amzn-RequestId': requestId, 'x-amzn-ErrorType': failure.code },
      JSON.stringify({ Message: failure.message, ...failure.details }),
    );
  }

  private answer(status: number, headers: Readonly<Record<string, string>>, body: string): Answer {
    return { status, headers: { 'content-type': 'application/json', date: new Date(this.clock.now()).toUTCString(), ...headers }, body };
  }

  private log({ method, path }: Request, { operation, keys, credential, dropped }: Context, answer: Answer | undefined): void {
    const error = answer?.headers['x-amzn-ErrorType'];
    this.calls.add({
      time: new Date(this.clock.now()).toISOString(),
      operation: atMost(operation),
      ...(operation === UNKNOWN && { method, path: atMost(path) }),
      region: atMost(credential?.region ?? ''),
      accessKeyId: atMost(credential?.accessKeyId ?? ''),
      status: answer?.status ?? 0,
      ...(error !== undefined && { error }),
      ...(dropped && { dropped }),
      keys,
    });
  }
}
