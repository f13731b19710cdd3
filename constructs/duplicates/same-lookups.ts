import { TerraformProvider } from 'cdktf';
import type { Schema } from '../../custom-resources/contract/schema';
import { schema as providerSchema } from '../../custom-resources/provider-configuration/schema';
import { type Body, bodyIn, type Checked, type Written } from '../written-body';
import { textsOf, thingOf } from './identities';

/**
 * Data sources of a stack that look up one thing, whoever asks: each construct of a library may look up the instance for itself. With
 * which account does not count, since the alias of an instance is unique, and names are within an instance; in which Region and at which
 * endpoint does: AWS GovCloud has aliases of its own, and so has an emulator.
 */
export class SameLookups {
  private readonly first = new Map<string, string>();
  private readonly others = new Map<string, string>();
  /** Where each provider looks; nothing stands for the one without an alias. */
  private readonly places = new Map<TerraformProvider | undefined, string>();

  /** The same text for one thing: that of the data source that came first. */
  readonly alike = (thing: string): string => this.others.get(thing) ?? thing;

  add(construct: Checked, schema: Schema, body: Body): void {
    const texts = textsOf(construct, schema, body, this.alike);
    if (texts === undefined) return;
    const asked = JSON.stringify([construct.terraformResourceType, texts, this.whereAsked(construct)]);
    const thing = thingOf(construct);
    const first = this.first.get(asked);
    if (first === undefined) this.first.set(asked, thing);
    else this.others.set(thing, first);
  }

  /** Where the provider of a construct looks, as far as the program says it. */
  private whereAsked(construct: Checked): string {
    const given = 'provider' in construct ? construct.provider : undefined;
    const known = this.places.get(given);
    if (known !== undefined) return known;
    const provider = given ?? defaultProvider(construct);
    const place = TerraformProvider.isTerraformProvider(provider) ? placeOf(provider) : '';
    this.places.set(given, place);
    return place;
  }
}

/** That without an alias. */
const defaultProvider = ({ cdktfStack }: Checked): TerraformProvider | undefined =>
  cdktfStack
    .allProviders()
    .find(({ cdktfStack: stack, terraformResourceType: type, alias }) => stack === cdktfStack && type === 'connect' && alias === undefined);

const PLACE: Schema = {
  ...providerSchema,
  attributes: { region: providerSchema.attributes.region, endpoint: providerSchema.attributes.endpoint },
};

const placeOf = (provider: TerraformProvider): string => {
  const texts = textsOf(provider, PLACE, bodyIn(provider.toTerraform() as Written, provider), (text) => text);
  return texts ? JSON.stringify(texts) : provider.fqn;
};
