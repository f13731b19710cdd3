import { TerraformElement, TerraformProvider, TerraformStack } from 'cdktf';
import type { Schema } from '../../custom-resources/contract/schema';
import { originOf } from '../origin';
import { bodyIn, type Checked, prepareWritten } from '../written-body';
import { type Identity, identityOf } from './identities';

/*
 * What two constructs of a stack may not both declare: one user, one membership, the users of a group
 * in both ways, one Terraform address. One check for the stack, as a thousand agents may be concerned.
 */

const declared = new WeakMap<TerraformStack, Map<Checked, Schema>>();

/** Makes synth of the construct's stack fail where another construct declares the same. */
export function refuseDuplicatesAtSynth(construct: Checked, schema: Schema): void {
  if (TerraformProvider.isTerraformProvider(construct)) return;
  const stack = TerraformStack.of(construct);
  let all = declared.get(stack);
  if (all === undefined) {
    const constructs = new Map<Checked, Schema>();
    all = constructs;
    declared.set(stack, constructs);
    stack.node.addValidation({ validate: () => duplicates(constructs) });
  }
  all.set(construct, schema);
}

function duplicates(constructs: ReadonlyMap<Checked, Schema>): string[] {
  const addresses = new Groups();
  const things = new Groups();
  const groups = new Map<string, Record<'one' | 'all', Checked[]>>();
  for (const [construct, schema] of constructs) {
    if (!isInTree(construct)) continue;
    const body = bodyIn(prepareWritten(construct), construct);
    if (Object.keys(body).length === 0) continue;
    addresses.add(`${construct.terraformResourceType}.${construct.friendlyUniqueId}`, construct);
    const identity: Identity | undefined = identityOf(construct, schema, body);
    if (identity === undefined) continue;
    things.add(identity.thing, construct);
    if (identity.group === undefined) continue;
    const ways = groups.get(identity.group.key) ?? { one: [], all: [] };
    groups.set(identity.group.key, ways);
    ways[identity.group.how].push(construct);
  }
  return [
    ...addresses
      .twice()
      .map(
        ([address, those]) =>
          `${paths(those)} all get the Terraform address ${address}, where only one of them can be: Terraform's names hold letters, digits, "_" and "-" only. Give them ids that differ in these, or put each into a scope of its own.`,
      ),
    ...things.twice().map(([thing, those]) => `${thing} is declared more than once: by ${paths(those)}. Keep one of them.`),
    ...[...groups].flatMap(([group, { one, all }]) =>
      one.length > 0 && all.length > 0
        ? [
            `the users of ${group} are declared in both ways: ${paths(all)} owns all of them and would take out whom ${paths(one)} put in. Keep one of these ways.`,
          ]
        : [],
    ),
  ];
}

class Groups {
  private readonly by = new Map<string, Checked[]>();

  add(key: string, construct: Checked): void {
    const those = this.by.get(key);
    if (those) those.push(construct);
    else this.by.set(key, [construct]);
  }

  twice = (): [string, Checked[]][] => [...this.by].filter(([, those]) => those.length > 1);
}

/** As many as one reads. */
const SHOWN = 5;

const paths = (constructs: readonly Checked[]): string => {
  const shown = constructs.slice(0, SHOWN).map((construct) => {
    const origin = originOf(construct);
    return `${construct.node.path}${origin === undefined ? '' : ` (${origin})`}`;
  });
  return `${shown.join(', ')}${constructs.length > SHOWN ? ` and ${constructs.length - SHOWN} more` : ''}`;
};

/** A construct that was taken out of the tree is not synthesized. */
const isInTree = ({ node }: TerraformElement): boolean => node.scope?.node.tryFindChild(node.id)?.node === node;
