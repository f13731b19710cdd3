import { ctyTypeOfSchema, type CtyType } from '../../custom-resources/contract/cty-type';
import type { PathStep } from '../../custom-resources/contract/diagnostic';
import type { Schema } from '../../custom-resources/contract/schema';
import type { Value, Values } from '../../custom-resources/contract/value';
import { encodePath } from '../codec/attribute-path';
import { parseState } from '../codec/json-state';
import { decoderOf } from '../codec/value-reader';
import { isObject, ValueError } from '../codec/value-shape';
import { encoderOf, storedWriterOf } from '../codec/value-writer';
import type { AttributePath, DynamicValue, RawState } from '../proto/gen/tfplugin6';

const MSGPACK_NIL = 0xc0;

/** A schema with the codec of its values. */
export class Shape {
  readonly type: CtyType;
  private readonly decoder: (bytes: Uint8Array) => Value;
  private readonly encoder: (value: Value) => Uint8Array;

  constructor(readonly schema: Schema) {
    this.type = ctyTypeOfSchema(schema);
    this.decoder = decoderOf(this.type);
    this.encoder = encoderOf(storedWriterOf(schema));
  }

  /** Whether it is Terraform's null: no such object. */
  isNull(value: DynamicValue | undefined): boolean {
    return value === undefined || value.msgpack.length === 0 || (value.msgpack.length === 1 && value.msgpack[0] === MSGPACK_NIL);
  }

  decode(value: DynamicValue | undefined): Values | undefined {
    if (value === undefined || this.isNull(value)) return undefined;
    const decoded = this.decoder(value.msgpack);
    if (!isObject(decoded)) throw new ValueError('', 'an object was expected');
    return decoded;
  }

  /** Of an object that must be there. */
  decodeObject(value: DynamicValue | undefined): Values {
    const decoded = this.decode(value);
    if (decoded === undefined) throw new ValueError('', 'an object was expected, there is null');
    return decoded;
  }

  /** As it may be stored: complete, and without write-only values. */
  encode(values: Values | undefined): DynamicValue {
    return { msgpack: this.encoder(values ?? null) };
  }

  /**
   * From a state file, perhaps written by another version of the schema: attributes that it no longer has are dropped, new ones are
   * null. Fails with a `ValueError` where a value is of another kind.
   */
  upgrade(state: RawState | undefined): DynamicValue {
    return { msgpack: this.encoder(state ? parseState(state.json) : null) };
  }

  path(steps: readonly PathStep[]): AttributePath {
    return encodePath(this.type, steps);
  }
}
