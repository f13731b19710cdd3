import type { Schema } from '../../custom-resources/contract/schema';
import type { Body, Checked } from '../written-body';
import { textsOf, thingOf } from './identities';

/**
 * Data sources of a stack that look up one thing, whoever asks: each construct of a library may look up the instance for itself. With
 * which provider does not count, since the alias of an instance is unique, and names are within an instance.
 */
export class SameLookups {
  private readonly first = new Map<string, string>();
  private readonly others = new Map<string, string>();

  /** The same text for one thing: that of the data source that came first. */
  readonly alike = (thing: string): string => this.others.get(thing) ?? thing;

  add(construct: Checked, schema: Schema, body: Body): void {
    const texts = textsOf(construct, schema, body, this.alike);
    if (texts === undefined) return;
    const asked = JSON.stringify([construct.terraformResourceType, texts]);
    const thing = thingOf(construct);
    const first = this.first.get(asked);
    if (first === undefined) this.first.set(asked, thing);
    else this.others.set(thing, first);
  }
}
