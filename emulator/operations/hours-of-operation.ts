import type { Instance } from '../state/instance';
import type { HoursOfOperation } from '../state/setup';
import type { Tags } from '../state/things';
import { invalidParameter } from '../wire/service-error';
import { operation, type Call, type Operation } from './call';
import { list } from './catalogue';
import { change, checkExists, checkName, cleared, create, find, remove, type Naming } from './kind';
import { HOURS_OF_OPERATION } from './kinds';

interface CreateInput extends Pick<HoursOfOperation, 'Name' | 'Description' | 'TimeZone' | 'Config'> {
  readonly InstanceId: string;
  readonly ParentHoursOfOperationConfigs?: readonly { readonly HoursOfOperationId?: string }[];
  readonly Tags?: Tags;
}

type UpdateInput = Naming<'HoursOfOperationId'> & Partial<Pick<HoursOfOperation, 'Name' | 'Description' | 'TimeZone' | 'Config'>>;

function checkTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw invalidParameter('TimeZone is not the name of a time zone.');
  }
}

function parents(instance: Instance, { ParentIds = [] }: Partial<HoursOfOperation>, call: Call): readonly object[] {
  return ParentIds.flatMap((Id) => {
    const Name = instance.hoursOfOperation.find(Id, call.view)?.Name;
    return Name === undefined ? [] : [{ Id, Name, Arn: call.arnIn(instance, 'operating-hours', Id) }];
  });
}

/** Named by the API reference as what can be in use, although `DeleteHoursOfOperation` does not declare that error. */
function usedBy(instance: Instance, id: string): string | undefined {
  for (const queue of instance.queues.values()) if (queue.value.HoursOfOperationId === id) return `queue ${queue.id}`;
  for (const hours of instance.hoursOfOperation.values()) if (hours.value.ParentIds.includes(id)) return `hours of operation ${hours.id}`;
  return undefined;
}

export const hoursOfOperation: Readonly<Record<string, Operation>> = {
  CreateHoursOfOperation: operation<CreateInput>(
    ({ InstanceId, Name, Description, TimeZone, Config, ParentHoursOfOperationConfigs = [], Tags = {} }, call) => {
      const instance = call.instance(InstanceId);
      checkTimeZone(TimeZone);
      const ParentIds = ParentHoursOfOperationConfigs.flatMap(({ HoursOfOperationId }) => HoursOfOperationId ?? []);
      for (const id of ParentIds) checkExists(HOURS_OF_OPERATION, instance, id, call);
      const { id, arn } = create(
        HOURS_OF_OPERATION,
        instance,
        { Name, Description, TimeZone, Config, ParentIds, Tags, ...call.modified },
        call,
      );
      return { HoursOfOperationId: id, HoursOfOperationArn: arn };
    },
  ),

  DescribeHoursOfOperation: operation<Naming<'HoursOfOperationId'>>((input, call) => {
    const { instance, id, thing } = find(HOURS_OF_OPERATION, input, call);
    return {
      HoursOfOperation: {
        ...thing,
        HoursOfOperationId: id,
        HoursOfOperationArn: call.arnIn(instance, 'operating-hours', id),
        ParentHoursOfOperations: parents(instance, thing, call),
      },
    };
  }),

  UpdateHoursOfOperation: change(HOURS_OF_OPERATION, ({ Name, Description, TimeZone, Config }: UpdateInput, { instance, id, thing }) => {
    if (Name !== undefined) checkName(HOURS_OF_OPERATION, instance, Name, id);
    if (TimeZone !== undefined) checkTimeZone(TimeZone);
    return {
      Name: Name ?? thing.Name,
      Description: cleared(Description ?? thing.Description),
      TimeZone: TimeZone ?? thing.TimeZone,
      Config: Config ?? thing.Config,
    };
  }),

  DeleteHoursOfOperation: remove(HOURS_OF_OPERATION, ({ instance, id }) => usedBy(instance, id)),

  ListHoursOfOperations: list('HoursOfOperationSummaryList', 'operating-hours', (instance) => instance.hoursOfOperation),
};
