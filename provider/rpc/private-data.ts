import type { PrivateData } from '../../custom-resources/contract/resource';

/** Ours among the keys of a resource: the state comes from an import and was never read yet. */
const IMPORTED = '$imported';

export interface Bookkeeping {
  /** The resource's own. */
  readonly data: PrivateData;
  readonly imported: boolean;
}

export function decodePrivate(bytes: Uint8Array): Bookkeeping {
  if (bytes.length === 0) return { data: {}, imported: false };
  const { [IMPORTED]: imported, ...data } = JSON.parse(Buffer.from(bytes).toString()) as PrivateData;
  return { data, imported: imported === true };
}

export function encodePrivate(data: PrivateData, imported = false): Uint8Array {
  const all = imported ? { ...data, [IMPORTED]: true } : data;
  return Object.keys(all).length === 0 ? new Uint8Array() : Buffer.from(JSON.stringify(all));
}
