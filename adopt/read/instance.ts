import type { Gateway, Instance } from '../../connect/gateway';
import { value } from './value';

/** The instance of an id, or of an alias. */
export async function findInstance(connect: Gateway, idOrAlias: string): Promise<Instance> {
  const listed = value(await connect.instances.list());
  const meant = listed.filter(({ id, alias }) => id === idOrAlias || alias === idOrAlias);
  const [one] = meant;
  if (!one || meant.length > 1) {
    const has =
      listed.map(({ id, alias }) => `${alias === undefined ? 'one without an alias' : `"${alias}"`} (${id})`).join(', ') || 'none';
    throw new Error(
      `In ${connect.region}, the account has ${one ? `${meant.length} instances that are` : 'no instance that is'} called "${idOrAlias}". Its instances there: ${has}. ${listed.length > 0 ? 'Name one of them (by its id, if several have the alias), or check' : 'Check'} --region and the account of the credentials.`,
    );
  }
  const found = value(await connect.instances.find(one.id));
  if (!found) throw new Error(`The instance ${one.id} is listed in ${connect.region}, but cannot be described.`);
  return found;
}
