import type { Clock } from '../../../connect/clock';
import type { Schema } from '../../../custom-resources/contract/schema';
import { isWhollyKnown, type Values } from '../../../custom-resources/contract/value';
import { equalStates } from '../../../custom-resources/values/equality';
import { type Diagnostic, Diagnostic_Severity } from '../../../provider/proto/gen/tfplugin6';
import { storedValues } from '../provider/codec';
import type { Declaration } from '../terraform/contact-centre';
import { configOf, declaredIn, type Declared, importedIn, readIn } from './config';
import { type Kept, ProviderProcess, resourceOf } from './provider';
import type { Told } from '../terraform/told';
import { walk } from './walk';

export type TerraformState = ReadonlyMap<string, Stored>;

interface Stored extends Kept {
  readonly type: string;
  /** The addresses that it refers to. */
  readonly needs: readonly string[];
  /** Its creation failed half way: it is made anew. */
  readonly tainted?: boolean;
}

type Action = 'no-op' | 'create' | 'update' | 'replace' | 'delete';

interface Change {
  readonly action: Action;
  /** As it was refreshed; absent where there is nothing. */
  readonly prior?: Stored;
  readonly declared?: Declared;
  readonly planned: Values | null;
  readonly private: Uint8Array;
}

type Problem = Told['errors'][number];

/** A plan or an apply that goes no further; the problem is told already. */
class Stop extends Error {}

/**
 * What Terraform does between its command line and the provider, as far as lifecycles of this provider's
 * resources need it: refresh, plan with a second plan for a replacement, apply in the order of references with
 * another plan before each change. What fails stops what needs it, and leaves in the state what there is. It knows neither
 * modules nor expressions beyond whole references, and does not limit how much it does at a time.
 */
export class TerraformInProcess {
  private declared: readonly Declared[] = [];
  private data: readonly Declared[] = [];
  private imports: ReadonlyMap<string, string> = new Map();
  private problems: Problem[] = [];
  private drifted = new Map<string, string>();
  private looked = new Map<string, Values>();

  constructor(
    private readonly clock: Clock,
    private readonly provider: Values,
    private current: TerraformState = new Map(),
  ) {}

  declare(declaration: Declaration): void {
    this.declared = declaredIn(declaration);
    this.data = readIn(declaration);
    this.imports = importedIn(declaration);
  }

  /** By address; it stays as it is when another apply changes what is in the state. */
  get state(): TerraformState {
    return this.current;
  }

  plan(): Promise<Told> {
    return this.tell(async () => this.told(await this.planAll()));
  }

  apply(): Promise<Told> {
    return this.tell(async () => {
      const changes = await this.planAll();
      await this.applyAll(changes);
      return this.told(changes);
    });
  }

  private async tell(run: () => Promise<Pick<Told, 'planned' | 'drift'>>): Promise<Told> {
    this.problems = [];
    const told = await run().catch((error: unknown) => {
      if (error instanceof Stop) return { planned: {}, drift: {} };
      throw error;
    });
    const of = (severity: Problem['severity']): readonly Problem[] => this.problems.filter((problem) => problem.severity === severity);
    return { code: of('error').length > 0 ? 1 : 0, ...told, errors: of('error'), warnings: of('warning') };
  }

  private told(changes: ReadonlyMap<string, Change>): Pick<Told, 'planned' | 'drift'> {
    const actions = [...changes].flatMap(([address, { action }]) => (action === 'no-op' ? [] : [[address, action] as const]));
    return { planned: Object.fromEntries(actions), drift: Object.fromEntries(this.drifted) };
  }

  private async planAll(): Promise<ReadonlyMap<string, Change>> {
    const process = await this.start();
    const changes = new Map<string, Change>();
    this.drifted = new Map();
    this.looked = new Map();
    const known = (address: string): Values | undefined => this.looked.get(address) ?? changes.get(address)?.planned ?? undefined;
    const gone = [...this.state].filter(([address]) => !this.declared.some((one) => one.address === address));
    await walk([
      ...this.data.map((declared) => ({
        name: declared.address,
        after: declared.needs,
        run: async () => void this.looked.set(declared.address, await this.look(process, declared, known)),
      })),
      ...this.declared.map((declared) => ({
        name: declared.address,
        after: declared.needs,
        run: async () => void changes.set(declared.address, await this.planDeclared(process, declared, known)),
      })),
      ...gone.map(([address, stored]) => ({
        name: address,
        after: [],
        run: async () => void changes.set(address, await this.planGone(process, address, stored)),
      })),
    ]);
    return changes;
  }

  private async start(): Promise<ProviderProcess> {
    const { process, diagnostics } = await ProviderProcess.start(this.clock, this.provider);
    this.tellOf('provider', diagnostics);
    return process;
  }

  private async look(process: ProviderProcess, declared: Declared, known: (address: string) => Values | undefined): Promise<Values> {
    const answer = await process.look(declared.type, configOf(declared, known));
    this.tellOf(declared.address, answer.diagnostics);
    return answer.values ?? this.fail(declared.address, 'the data source tells nothing');
  }

  private async import(process: ProviderProcess, address: string, type: string, id: string, needs: readonly string[]): Promise<Stored> {
    const imported = await process.import(type, id);
    this.tellOf(address, imported.diagnostics);
    if (!imported.values) return this.fail(address, 'nothing came of the import');
    const read = await process.read(type, { values: imported.values, private: imported.private });
    this.tellOf(address, read.diagnostics);
    if (!read.values) return this.fail(address, `Cannot import non-existent remote object ${id}`);
    return { type, needs, values: read.values, private: read.private };
  }

  private async refresh(process: ProviderProcess, address: string): Promise<Stored | undefined> {
    const stored = this.state.get(address);
    if (!stored) return undefined;
    const read = await process.read(stored.type, stored);
    this.tellOf(address, read.diagnostics);
    if (!read.values || !equalStates(resourceOf(stored.type).schema, read.values, stored.values))
      this.drifted.set(address, read.values ? 'update' : 'delete');
    return read.values ? { ...stored, values: read.values, private: read.private } : undefined;
  }

  private async planGone(process: ProviderProcess, address: string, { type }: Stored): Promise<Change> {
    const prior = await this.refresh(process, address);
    if (!prior) return { action: 'no-op', planned: null, private: new Uint8Array() };
    const plan = await process.plan(type, null, prior);
    this.tellOf(address, plan.diagnostics);
    return { action: 'delete', prior, planned: null, private: plan.private };
  }

  private async planDeclared(
    process: ProviderProcess,
    declared: Declared,
    known: (address: string) => Values | undefined,
  ): Promise<Change> {
    const { address, type } = declared;
    const id = this.state.has(address) ? undefined : this.imports.get(address);
    const prior = id === undefined ? await this.refresh(process, address) : await this.import(process, address, type, id, declared.needs);
    const config = configOf(declared, known);
    this.tellOf(address, await process.validate(type, config));
    const first = await process.plan(type, config, prior);
    this.tellOf(address, first.diagnostics);
    if (!prior) return { action: 'create', declared, planned: first.values, private: first.private };
    if (first.replace.length > 0 || prior.tainted) {
      const anew = await process.plan(type, config, undefined, first.private);
      this.tellOf(address, anew.diagnostics);
      return { action: 'replace', prior, declared, planned: anew.values, private: anew.private };
    }
    const isSame = first.values !== null && equalStates(resourceOf(type).schema, first.values, prior.values);
    return { action: isSame ? 'no-op' : 'update', prior, declared, planned: first.values, private: first.private };
  }

  private async applyAll(changes: ReadonlyMap<string, Change>): Promise<void> {
    const process = await this.start();
    const state = new Map([...changes].flatMap(([address, { prior }]) => (prior ? [[address, prior] as const] : [])));
    this.current = state;
    const ends = ({ action }: Change): boolean => action === 'delete' || action === 'replace';
    const changing = [...changes].filter(([, { action }]) => action !== 'no-op');
    await walk([
      ...changing
        .filter(([, change]) => ends(change))
        .map(([address, change]) => ({
          name: `end of ${address}`,
          after: changing.filter(([, other]) => ends(other) && other.prior?.needs.includes(address)).map(([other]) => `end of ${other}`),
          run: () => this.end(process, address, change, state),
        })),
      ...changing.flatMap(([address, change]) => {
        const { declared } = change;
        if (!declared) return [];
        const after = [...(ends(change) ? [`end of ${address}`] : []), ...declared.needs];
        return [{ name: address, after, run: () => this.make(process, declared, change, state) }];
      }),
    ]);
  }

  private async end(process: ProviderProcess, address: string, change: Change, state: Map<string, Stored>): Promise<void> {
    if (!change.prior) return;
    const answer = await process.apply(change.prior.type, null, change.prior.values, { values: null, private: change.private });
    if (answer.values && hasErrors(answer)) state.set(address, { ...change.prior, values: answer.values, private: answer.private });
    this.tellOf(address, answer.diagnostics);
    if (answer.values) this.fail(address, 'it is destroyed and yet there');
    state.delete(address);
  }

  /** Plans once more, with what is known by now, and makes it so. */
  private async make(process: ProviderProcess, declared: Declared, { action, planned }: Change, state: Map<string, Stored>): Promise<void> {
    const { address, type, schema, needs } = declared;
    const config = configOf(declared, (other) => this.looked.get(other) ?? state.get(other)?.values);
    const prior = action === 'update' ? state.get(address) : undefined;
    this.tellOf(address, await process.validate(type, config));
    const plan = await process.plan(type, config, prior);
    this.tellOf(address, plan.diagnostics);
    if (prior && plan.replace.length > 0) this.fail(address, 'at apply the update has become a replacement');
    if (!plan.values || !keeps(schema, plan.values, planned)) this.fail(address, 'the plan at apply is another one');
    const answer = await process.apply(type, config, prior?.values ?? null, plan);
    if (answer.values && hasErrors(answer)) {
      state.set(address, {
        type,
        needs,
        values: storedValues(schema, answer.values),
        private: answer.private,
        ...(!prior && { tainted: true }),
      });
    }
    this.tellOf(address, answer.diagnostics);
    if (!answer.values || !isWhollyKnown(answer.values)) return this.fail(address, 'nothing, or something unknown, came of apply');
    if (!keeps(schema, answer.values, plan.values)) this.fail(address, 'what came of apply is not what was planned');
    state.set(address, { type, needs, values: storedValues(schema, answer.values), private: answer.private });
  }

  private tellOf(address: string, diagnostics: readonly Diagnostic[]): void {
    for (const { severity, summary, detail } of diagnostics) {
      this.problems.push({ severity: severity === Diagnostic_Severity.ERROR ? 'error' : 'warning', summary, detail, address });
    }
    if (hasErrors({ diagnostics })) throw new Stop();
  }

  private fail(address: string, summary: string): never {
    this.problems.push({ severity: 'error', summary, detail: 'Terraform takes this for a bug in the provider.', address });
    throw new Stop();
  }
}

const hasErrors = ({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }): boolean =>
  diagnostics.some(({ severity }) => severity === Diagnostic_Severity.ERROR);

/** Whether all that was known before is still so. */
function keeps(schema: Schema, now: Values, before: Values | null): boolean {
  const known = Object.entries(before ?? {}).filter(([, value]) => isWhollyKnown(value));
  const settled = Object.fromEntries(Object.entries(now).map(([name, value]) => [name, isWhollyKnown(value) ? value : null]));
  return equalStates(schema, { ...settled, ...Object.fromEntries(known) }, settled);
}
