import type { Collection } from '../state/collection';
import type { Instance } from '../state/instance';
import type { Named } from '../state/things';
import { notFound } from '../wire/service-error';
import { operation, readToken, writeToken, type Call, type Operation, type ResourceType } from './call';

/** What users refer to by name, as lists show it; and what this emulator does not change: predefined attributes. */

interface ListInput {
  readonly InstanceId: string;
  readonly NextToken?: string;
  readonly MaxResults?: number;
}

export function summary(
  instance: Instance,
  type: ResourceType,
  id: string,
  { Name, LastModifiedTime, LastModifiedRegion }: Named,
  call: Call,
): object {
  return { Id: id, Arn: call.arnIn(instance, type, id), Name, LastModifiedTime, LastModifiedRegion };
}

export function list<T extends Named>(member: string, type: ResourceType, things: (instance: Instance) => Collection<T>): Operation {
  return operation<ListInput>((input, call) => {
    const instance = call.instance(input.InstanceId);
    const { items, next } = things(instance).page(call.view, input.MaxResults ?? 100, { after: readToken(input.NextToken) });
    return { [member]: items.map(({ id, value }) => summary(instance, type, id, value, call)), NextToken: writeToken(next) };
  });
}

export const catalogue: Readonly<Record<string, Operation>> = {
  DescribePredefinedAttribute: operation<{ readonly InstanceId: string; readonly Name: string }>(({ InstanceId, Name }, call) => {
    const found = call.instance(InstanceId).predefinedAttributes.find(Name, call.view);
    if (!found) throw notFound(`Predefined attribute ${Name}`);
    const { Values, ...modified } = found;
    return { PredefinedAttribute: { Name, Values: { StringList: Values }, ...modified } };
  }),
  ListPredefinedAttributes: operation<ListInput>((input, call) => {
    const { items, next } = call
      .instance(input.InstanceId)
      .predefinedAttributes.page(call.view, input.MaxResults ?? 100, { after: readToken(input.NextToken) });
    return {
      PredefinedAttributeSummaryList: items.map(({ id, value }) => ({
        Name: id,
        LastModifiedTime: value.LastModifiedTime,
        LastModifiedRegion: value.LastModifiedRegion,
      })),
      NextToken: writeToken(next),
    };
  }),
};
