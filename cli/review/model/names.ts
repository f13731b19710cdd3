import { isList, isObject, type JsonObject } from '../read/json';
import { isKnown, type Plan } from '../read/plan';

/** What things are called, by id or ARN: from the state, the data sources and the plans themselves. */
export class Names {
  private readonly byId = new Map<string, string>();

  constructor(plans: readonly Plan[]) {
    for (const { state, drift, changes } of plans) {
      for (const { type, values } of state) {
        this.learn(type, values);
        for (const item of itemsIn(values)) this.learn(type.replace(/s$/, ''), item);
      }
      for (const { type, before } of drift) this.learn(type, before);
      for (const { type, before, after } of changes) {
        this.learn(type, before);
        this.learn(type, after);
      }
    }
  }

  /** A name that somebody else told. */
  add(id: string, name: string): void {
    if (!this.byId.has(id)) this.byId.set(id, name);
  }

  /** The id itself where the thing has no name that is known. */
  of(id: string): string {
    return this.byId.get(lastPart(id)) ?? id;
  }

  private learn(type: string, values: JsonObject | undefined): void {
    const name = [values?.name, values?.alias, values?.instance_alias].find(isKnown);
    if (values === undefined || name === undefined) return;
    for (const [attribute, value] of Object.entries(values))
      if (isKnown(value) && (attribute === 'id' || attribute === 'arn' || isOwnId(type, attribute))) this.byId.set(lastPart(value), name);
  }
}

/** `routing_profile_id` of an `aws_connect_routing_profile`, and not its `instance_id`. */
const isOwnId = (type: string, attribute: string): boolean => attribute.endsWith('_id') && type.endsWith(`_${attribute.slice(0, -3)}`);

/** Of a data source that lists things: `users` of `connect_users`. */
export const itemsIn = (values: JsonObject): readonly JsonObject[] =>
  Object.values(values).flatMap((value) => (isList(value) ? value.filter(isObject) : []));

/** The last part of an ARN, or of an id that the AWS provider or this one puts together from several. */
export const lastPart = (id: string): string => /[^/:,]*$/.exec(id)?.[0] ?? id;
