import type { PrivateData } from '../../custom-resources/contract/value';
import { Refusal } from './refusal';

/** What Terraform keeps beside the state of a resource: the resource's own data, and ours among its keys. */
export interface Bookkeeping {
  /** The resource's own. */
  readonly data: PrivateData;
  /** The state comes from an import and was never read yet. */
  readonly imported?: boolean;
  /**
   * Set in what the plan of a resource that is to be there hands on: its id, or true while that is unknown. Terraform
   * plans once more, without a prior state, for a resource that is replaced, and then shows what the first
   * plan left; and it shows what the last one left when it destroys the old resource.
   */
  readonly planned?: string | true | undefined;
  /** Beside it: what the plan of a resource hands on to the removal of the one that it replaces. No state keeps it. */
  readonly handedOn?: PrivateData | undefined;
  /**
   * Which provider planned a removal. Terraform plans most of them in one process and does them in another; the one of an object that
   * create_before_destroy displaced it plans once more right before it does it.
   */
  readonly removalPlannedBy?: string | undefined;
}

export function decodePrivate(bytes: Uint8Array): Bookkeeping & { readonly imported: boolean } {
  const { $imported: imported, $planned: planned, $handedOn: handedOn, $removalPlannedBy: by, ...data } = noted(bytes);
  return {
    data,
    imported: imported === true,
    planned: planned === undefined || typeof planned === 'string' ? planned : true,
    handedOn: typeof handedOn === 'string' ? noted(Buffer.from(handedOn)) : undefined,
    removalPlannedBy: typeof by === 'string' ? by : undefined,
  };
}

function noted(bytes: Uint8Array): PrivateData {
  if (bytes.length === 0) return {};
  try {
    const json: unknown = JSON.parse(Buffer.from(bytes).toString());
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as PrivateData;
  } catch {
    // Told below, as anything else that is no object.
  }
  throw new Refusal(
    'The notes beside a state cannot be read',
    'The provider did not write the notes that the state file holds for this resource ("private"): most likely the state was edited by hand. Put back what was there, or remove the resource from the state ("terraform state rm ADDRESS") and import it.',
  );
}

/** Nothing at all where there is nothing to keep. */
export function encodePrivate({ data, imported, planned, handedOn, removalPlannedBy }: Bookkeeping): Uint8Array {
  const ours = {
    $imported: imported,
    $planned: planned,
    $handedOn: handedOn && JSON.stringify(handedOn),
    $removalPlannedBy: removalPlannedBy,
  };
  const json = JSON.stringify({ ...data, ...ours });
  return json === '{}' ? new Uint8Array() : Buffer.from(json);
}
