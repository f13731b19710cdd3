import type { CtyType } from '../../custom-resources/contract/cty-type';
import type { Diagnostic } from '../../custom-resources/contract/diagnostic';
import type { GivenIdentity } from '../../custom-resources/contract/identity';
import type { ResourceIdentity } from '../../custom-resources/contract/resource';
import { isWhollyKnown, type PlannedState, type Value, type Values } from '../../custom-resources/contract/value';
import { parseState } from '../codec/json-state';
import { decoderOf } from '../codec/value-reader';
import { isObject, objectOf } from '../codec/value-shape';
import { encoderOf, writerOf } from '../codec/value-writer';
import type { RawState, ResourceIdentityData, ResourceIdentitySchema } from '../proto/gen/tfplugin6';

/** No identity has had other attributes yet. */
const VERSION = 0;

/**
 * The identity of a resource, with the codec of its values. Terraform takes a change of it for a bug in the provider, so what it has
 * is given back as long as it is about the same thing; and nothing is told as long as not all is known that is required.
 */
export class IdentityShape {
  private readonly decoder: (bytes: Uint8Array) => Value;
  private readonly encoder: (value: Value) => Uint8Array;
  private readonly names: readonly string[];
  private readonly required: readonly string[];

  constructor(private readonly identity: ResourceIdentity) {
    this.names = Object.keys(identity.attributes);
    this.required = Object.entries(identity.attributes).flatMap(([name, { required }]) => (required ? [name] : []));
    const type: CtyType = ['object', Object.fromEntries(this.names.map((name) => [name, 'string']))];
    this.decoder = decoderOf(type);
    this.encoder = encoderOf(writerOf(type));
  }

  schema(): ResourceIdentitySchema {
    return {
      version: VERSION,
      identityAttributes: Object.entries(this.identity.attributes).map(([name, { required, description }]) => ({
        name,
        type: Buffer.from('"string"'),
        requiredForImport: required,
        optionalForImport: !required,
        description,
      })),
    };
  }

  /** What an import gives; nothing where it is by id. */
  given(data: ResourceIdentityData | undefined): GivenIdentity | undefined {
    const values = this.decode(data);
    return values && Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  }

  /** What is wrong with the identity of an import. Terraform points at no attribute of it. */
  problems(given: GivenIdentity): readonly Diagnostic[] {
    return Object.entries(this.identity.attributes).flatMap(([name, { required, check }]) => {
      const value = given[name];
      const problem = value === undefined ? (required ? 'is required. Set it.' : undefined) : check?.(value)?.concat('.');
      return problem === undefined ? [] : [refused(name, problem)];
    });
  }

  /** Of what a state is about. @param known what Terraform has */
  ofState(state: Values | undefined, known?: ResourceIdentityData): ResourceIdentityData | undefined {
    if (!state) return undefined;
    const identity = this.identity.of(state);
    if (!isWhollyKnown(identity) || !this.isComplete(identity)) return undefined;
    return known && this.isSame(this.decode(known), identity) ? known : this.encode(identity);
  }

  /** Of what is planned: some of it may be unknown. */
  ofPlan(planned: PlannedState<Values>): ResourceIdentityData | undefined {
    const identity = this.identity.of(planned);
    return this.isComplete(identity) ? this.encode(identity) : undefined;
  }

  /** What a state does not say of what tells it from all others. */
  missingIn(state: Values | undefined): readonly string[] {
    if (!state) return [];
    const identity = this.identity.of(state);
    return this.required.filter((name) => (identity[name] ?? '') === '');
  }

  /** With null for what is not given. */
  complete(given: GivenIdentity): Values {
    return Object.fromEntries(this.names.map((name) => [name, given[name] ?? null]));
  }

  encode(identity: Values): ResourceIdentityData {
    return { identityData: { msgpack: this.encoder(identity) } };
  }

  /** From a state file. Fails with a `ValueError` where it is of another shape. */
  upgrade(stored: RawState | undefined): ResourceIdentityData | undefined {
    const values = stored ? parseState(stored.json) : null;
    return values === null ? undefined : this.encode(objectOf(values));
  }

  private decode(data: ResourceIdentityData | undefined): Values | undefined {
    const bytes = data?.identityData?.msgpack;
    const values = bytes === undefined || bytes.length === 0 ? null : this.decoder(bytes);
    return isObject(values) ? values : undefined;
  }

  private isComplete(identity: Values): boolean {
    return this.required.every((name) => (identity[name] ?? null) !== null);
  }

  private isSame(known: Values | undefined, identity: Values): boolean {
    return known !== undefined && isWhollyKnown(known) && this.required.every((name) => known[name] === identity[name]);
  }
}

const refused = (name: string, problem: string): Diagnostic => ({
  severity: 'error',
  summary: `The ${name} of the import identity is not one`,
  detail: `${name} ${problem}`,
});
