import type { PrivateData } from '../../custom-resources/contract/resource';

/** Ours among the keys of a resource: the state comes from an import and was never read yet. */
const IMPORTED = '$imported';

/**
 * Set in what a plan hands on: Terraform plans once more, without a prior state, for a resource that is
 * replaced, and then shows what the first plan left.
 */
const PLANNED = '$planned';

export interface Bookkeeping {
  /** The resource's own. */
  readonly data: PrivateData;
  readonly imported: boolean;
  readonly planned: boolean;
}

export function decodePrivate(bytes: Uint8Array): Bookkeeping {
  if (bytes.length === 0) return { data: {}, imported: false, planned: false };
  const { [IMPORTED]: imported, [PLANNED]: planned, ...data } = JSON.parse(Buffer.from(bytes).toString()) as PrivateData;
  return { data, imported: imported === true, planned: planned === true };
}

export const encodePrivate = (data: PrivateData, imported = false): Uint8Array => encode(imported ? { ...data, [IMPORTED]: true } : data);

export const encodePlannedPrivate = (data: PrivateData): Uint8Array => encode({ ...data, [PLANNED]: true });

const encode = (data: PrivateData): Uint8Array =>
  Object.keys(data).length === 0 ? new Uint8Array() : Buffer.from(JSON.stringify(data));
