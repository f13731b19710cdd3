import type { QuickConnectSettings } from '../../connect/gateway';
import { type Diagnostic, errorAt, warningAt, withOwn } from '../contract/diagnostic';

/** @param inState whether the state that Terraform keeps has this resource: nothing can be imported to its address before that is out of it */
export const nameTaken = (existing: QuickConnectSettings, instanceId: string, differing: readonly string[], inState = false): Diagnostic =>
  errorAt(
    ['name'],
    `The quick connect name "${existing.name}" is taken`,
    `The instance ${instanceId} already has a quick connect of this name, ${existing.id}${differing.length > 0 ? `. It differs from what is declared here (${differing.join(', ')})` : ''}. ${!inState ? 'To manage that quick connect with Terraform: if the state already has something at the address of this resource, first run "terraform state rm ADDRESS". Then import the quick connect to that address:' : 'The state already has this resource, with another quick connect. To manage that quick connect instead, first remove this resource from the state: run "terraform state rm ADDRESS", or "terraform apply -refresh-only" if the one in the state was deleted outside Terraform. Then import that quick connect to the address of this resource:'}\n\n  import {\n    to = ADDRESS\n    id = "${instanceId}:${existing.id}"\n  }\n\nOtherwise declare another name. If another resource of this configuration has that quick connect already, do not import it: first change the name of that resource, in an apply of its own ("terraform apply -target=ADDRESS").`,
  );

/** By a resource that the plan does not keep. */
export const nameHeld = ({ id, name }: QuickConnectSettings): Diagnostic =>
  errorAt(
    ['name'],
    `The quick connect name "${name}" is taken`,
    `The quick connect ${id} has this name, and the state has it at another address. First rename that quick connect ("terraform apply -target=ADDRESS") or delete it, in an apply of its own. Or declare another name here.`,
  );

export const adopted = (existing: QuickConnectSettings): Diagnostic =>
  warningAt(
    ['name'],
    'A quick connect existed already',
    `The quick connect "${existing.name}" (${existing.id}) is exactly what is declared here, as an interrupted apply leaves it. So apply took it into the state instead of creating it. If another stack has it in its state, run "terraform state rm" there before its next apply: that stack deletes what it no longer declares. If it belongs to somebody else, run "terraform state rm" for this resource before anything else.`,
  );

export const willBeAdopted = ({ id, name }: { readonly id: string; readonly name: string }): Diagnostic =>
  warningAt(
    ['name'],
    'A quick connect exists already',
    `The quick connect "${name}" (${id}) is exactly what is declared here, as an interrupted apply leaves it: apply takes it into the state and creates nothing. If another stack has it in its state, run "terraform state rm" there before its next apply: that stack deletes what it no longer declares. If it belongs to somebody else, declare another name.`,
  );

export const manyWillBeAdopted = (quickConnectsWithIds: string): Diagnostic =>
  warningAt(
    [],
    'Quick connects exist already',
    `These quick connects are exactly what is declared, as an interrupted apply leaves them: apply takes them into the state and creates none of them.\n${quickConnectsWithIds}\nIf another stack has one of them in its state, run "terraform state rm" there before its next apply: that stack deletes what it no longer declares. If one belongs to somebody else, declare another name for it.`,
  );

export const notManageable = ({ id, name, type }: QuickConnectSettings): Diagnostic => ({
  severity: 'error',
  summary: 'A quick connect of another type',
  detail: `The quick connect "${name}" (${id}) is of type ${type} and leads to no user, queue or phone number. This resource cannot declare it.`,
});

export const tagsLeft = (name: string, keys: readonly string[]): Diagnostic =>
  warningAt(
    ['tags'],
    'Tags of the quick connect were changed outside Terraform since the plan',
    `Apply made the planned changes of "${name}". The tags ${keys.map((key) => `"${key}"`).join(', ')} now differ from the configuration too, and apply did not touch them. Run "terraform plan" again to see them.`,
  );

export const vanished = (id: string): Diagnostic => ({
  severity: 'error',
  summary: 'The quick connect is gone',
  detail: `The quick connect ${id} was deleted outside Terraform since the plan. Run "terraform plan" again: the new plan creates the quick connect.`,
});

export const badImportId = (id: string, problem: string): Diagnostic => ({
  severity: 'error',
  summary: 'The import id is not one of a quick connect',
  detail: `Expected INSTANCE:QUICK_CONNECT (both as ids), or the ARN of a quick connect; got "${id}": ${problem}.`,
});

/** Terraform taints whatever fails while it is created. */
export const keptAsTainted = (diagnostic: Diagnostic): Diagnostic =>
  withOwn(
    diagnostic,
    `The quick connect exists and is in the state, marked as tainted: the next apply would replace it. To keep it, first run "terraform untaint ADDRESS": apply then adds only what is missing.`,
  );
