import type { PrivateData, Value } from '../../custom-resources/contract/value';

/** Ours among the keys of a resource: the state comes from an import and was never read yet. */
const IMPORTED = '$imported';

/**
 * Set in what the plan of a resource that is to be there hands on: its id, or true while that is unknown. Terraform
 * plans once more, without a prior state, for a resource that is replaced, and then shows what the first
 * plan left; and it shows what the last one left when it destroys the old resource.
 */
const PLANNED = '$planned';

/** Beside it: what the plan of a resource hands on to the removal of the one that it replaces. No state keeps it. */
const HANDED_ON = '$handedOn';

/**
 * Which provider planned a removal. Terraform plans most of them in one process and does them in another; the one of an object that
 * create_before_destroy displaced it plans once more right before it does it.
 */
const REMOVAL_PLANNED_BY = '$removalPlannedBy';

export interface Bookkeeping {
  /** The resource's own. */
  readonly data: PrivateData;
  readonly imported: boolean;
  /** Of what is planned: its id, or true while that is unknown. */
  readonly planned?: string | true;
  readonly handedOn?: PrivateData;
  readonly removalPlannedBy?: string;
}

export function decodePrivate(bytes: Uint8Array): Bookkeeping {
  if (bytes.length === 0) return { data: {}, imported: false };
  const {
    [IMPORTED]: imported,
    [PLANNED]: planned,
    [HANDED_ON]: handedOn,
    [REMOVAL_PLANNED_BY]: by,
    ...data
  } = JSON.parse(Buffer.from(bytes).toString()) as PrivateData;
  return {
    data,
    imported: imported === true,
    planned: planned === undefined || typeof planned === 'string' ? planned : true,
    ...(typeof by === 'string' && { removalPlannedBy: by }),
    ...(typeof handedOn === 'string' && { handedOn: JSON.parse(handedOn) as PrivateData }),
  };
}

export const encodePrivate = (data: PrivateData, imported = false): Uint8Array => encode(imported ? { ...data, [IMPORTED]: true } : data);

export const encodePlannedPrivate = (data: PrivateData, id: Value | undefined, handOn?: PrivateData): Uint8Array =>
  encode({ ...data, [PLANNED]: typeof id === 'string' ? id : true, ...(handOn && { [HANDED_ON]: JSON.stringify(handOn) }) });

export const encodeRemovalPrivate = (data: PrivateData, by: string): Uint8Array => encode({ ...data, [REMOVAL_PLANNED_BY]: by });

const encode = (data: PrivateData): Uint8Array => (Object.keys(data).length === 0 ? new Uint8Array() : Buffer.from(JSON.stringify(data)));
