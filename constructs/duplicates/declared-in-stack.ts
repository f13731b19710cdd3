import { TerraformDataSource, TerraformStack } from 'cdktf';
import type { Schema } from '../../custom-resources/contract/schema';
import { isInTree } from '../in-tree';
import { originOf } from '../origin';
import { type Body, bodyIn, type Checked, type Written } from '../written-body';
import { identitiesOf, type Identify } from './identities';
import { SameLookups } from './same-lookups';

/*
 * What two constructs of a stack may not both declare: one thing of Amazon Connect, or one Terraform address.
 * One check for the stack, as a thousand agents may be concerned.
 */

interface Declared {
  readonly schema: Schema;
  /** What is wrong with the construct by itself: CDKTF asks for that with the path of the construct. */
  readonly refusals: (written: Written) => readonly string[];
  /** Which things it declares. */
  readonly identify?: Identify<never>;
}

/** The same in each copy of this package: in a repository of several packages each may have one, and all declare for one stack. */
const DECLARED = Symbol.for('cdktf-amazon-connect/declared-in-stack');

/** CDKTF keeps to it, but for the first character; `overrideLogicalId` takes any text. */
const TERRAFORM_NAME = /^[A-Za-z_][\p{ID_Continue}-]*$/u;

/** All constructs of ours in a stack, and what is wrong with each and among them. */
export class DeclaredInStack {
  static of(construct: Checked): DeclaredInStack {
    const stack: TerraformStack & { [DECLARED]?: DeclaredInStack } = TerraformStack.of(construct);
    const known = stack[DECLARED];
    if (known) return known;
    const made = new DeclaredInStack();
    Object.defineProperty(stack, DECLARED, { value: made });
    stack.node.addValidation({ validate: () => made.check() });
    return made;
  }

  private readonly constructs = new Map<Checked, Declared>();
  /** Of the check of the stack, which comes first; to write a construct is most of what its check costs. */
  private readonly found = new Map<Checked, readonly string[]>();

  add(construct: Checked, declared: Declared): void {
    this.constructs.set(construct, declared);
    construct.node.addValidation({
      validate: () => {
        const found = this.found.get(construct) ?? declared.refusals(construct.toTerraform());
        this.found.delete(construct);
        return [...found];
      },
    });
  }

  private check(): string[] {
    const lookups = new SameLookups();
    const addresses = new Groups();
    const owned = new Groups();
    const shared = new Groups();
    const moved = new Groups();
    const nameless: Checked[] = [];
    const present: (Declared & { readonly construct: Checked; readonly body: Body })[] = [];
    for (const [construct, declared] of this.constructs) {
      if (!isInTree(construct)) continue;
      const written: Written = construct.toTerraform();
      this.found.set(construct, declared.refusals(written));
      for (const { from, to } of written.moved ?? []) moved.add(from, construct, to);
      const body = bodyIn(written, construct);
      if (Object.keys(body).length === 0) continue;
      addresses.add(`${construct.terraformResourceType}.${construct.friendlyUniqueId}`, construct);
      if (!TERRAFORM_NAME.test(construct.friendlyUniqueId)) nameless.push(construct);
      if (TerraformDataSource.isTerraformDataSource(construct)) lookups.add(construct, declared.schema, body);
      present.push({ ...declared, construct, body });
    }
    // Once all look-ups are known: a look-up may come after what names it.
    for (const { construct, body, schema, identify } of present) {
      const identities = identify ? identitiesOf(construct, schema, body, identify, lookups.alike) : [];
      for (const { thing, use } of identities) (use === 'shared' ? shared : owned).add(thing, construct);
    }
    return [
      ...(nameless.length > 0
        ? [
            `${paths(nameless)} must have an id that begins with a letter or "_", as Terraform's names do, and a logical id, where one is given, of letters, digits, "_" and "-".`,
          ]
        : []),
      ...addresses
        .twice()
        .map(
          ([address, those]) =>
            `${paths(those)} all get the Terraform address ${address}, and an address can hold only one of them. Terraform's names hold only letters, digits, "_" and "-". Give them ids that differ in these characters, or put each into a scope of its own.`,
        ),
      ...moved
        .inBoth(addresses)
        .map(
          ([address, those, others]) =>
            `${paths(those)} cannot have been ${address} before: that address is still in use, by ${paths(others)}. Give that construct another id, or remove the move, such as "renamedFrom".`,
        ),
      ...moved
        .twice()
        .map(
          ([address, those]) => `${paths(those)} cannot all have been ${address} before, as "renamedFrom" says. Keep it for one of them.`,
        ),
      ...owned.twice().map(([thing, those]) => `${thing}: declared more than once, by ${paths(those)}. Keep one of them.`),
      ...owned
        .inBoth(shared)
        .map(
          ([thing, owners, others]) =>
            `${thing} are declared in two ways: ${paths(owners)} owns all of them, and would take out whom ${paths(others)} put in. Keep one of the two ways.`,
        ),
    ];
  }
}

class Groups {
  private readonly by = new Map<string, Map<unknown, Checked>>();

  /** @param once what counts once, such as a `moved` block that both its ends write. @default the construct */
  add(key: string, construct: Checked, once: unknown = construct): void {
    const those = this.by.get(key);
    if (those) those.set(once, construct);
    else this.by.set(key, new Map([[once, construct]]));
  }

  twice = (): [string, Checked[]][] => [...this.by].flatMap(([key, those]) => (those.size > 1 ? [[key, [...those.values()]]] : []));

  inBoth = (others: Groups): [string, Checked[], Checked[]][] =>
    [...this.by].flatMap(([key, those]) => {
      const there = others.by.get(key);
      return there ? [[key, [...those.values()], [...there.values()]]] : [];
    });
}

/** As many as one reads. */
const SHOWN = 5;

const paths = (constructs: readonly Checked[]): string => {
  const shown = constructs.slice(0, SHOWN).map((construct) => `${construct.node.path}${originOf(construct)}`);
  return `${shown.join(', ')}${constructs.length > SHOWN ? ` and ${constructs.length - SHOWN} more` : ''}`;
};
