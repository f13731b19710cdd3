import type { Listed } from '../model';
import { idOf, optionalText, structure } from './members';

/** What the summaries of all lists have in common. */
interface WireSummary {
  readonly Id?: string;
  readonly Arn?: string;
  readonly Name?: string;
}

/** @throws IncompleteAnswer */
export function listedOf(wire: WireSummary | undefined, member: string): Listed {
  const { Id, Arn, Name } = structure(wire, member);
  const arn = optionalText(Arn, `${member}.Arn`);
  const name = optionalText(Name, `${member}.Name`);
  return { id: idOf(Id, `${member}.Id`), ...(arn !== undefined && { arn }), ...(name !== undefined && { name }) };
}
