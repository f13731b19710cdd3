import fc from 'fast-check';
import { DEFAULT_GROUP_ID, TEAM_GROUP_ID } from '../../emulator/seed/demo';

/**
 * What one owner of a stack does next, or somebody outside. A `pick` chooses among what is there when the step is taken,
 * so that any part of a sequence is a sequence. What is not possible then is left out.
 */
export type Edit =
  | { readonly edit: 'add user'; readonly name: string; readonly sales: boolean; readonly createFirst: boolean }
  | { readonly edit: 'rename user'; readonly pick: number; readonly name: string }
  | { readonly edit: 'change user' | 'remove user' | 'forget user' | 'readdress user' | 'leave' | 'disown group'; readonly pick: number }
  /** A user of one's own, or anybody by id. */
  | { readonly edit: 'join' | 'join by id'; readonly pick: number; readonly group: string }
  | { readonly edit: 'own group' | 'change group'; readonly picks: readonly number[]; readonly group: string }
  | { readonly edit: 'import user'; readonly pick: number; readonly sales: boolean }
  | { readonly edit: 'import membership' | 'import group'; readonly pick: number }
  /** Out of one state and into another. */
  | { readonly edit: 'take over user'; readonly pick: number }
  | { readonly edit: 'nothing' };

/** What Connect does to one call of the apply. */
export interface Trouble {
  readonly operation: string;
  readonly kind: 'denied' | 'lost';
}

export type Step =
  | { readonly stack: number; readonly does: 'apply'; readonly edit: Edit; readonly trouble?: Trouble }
  /** The plan is saved, another owner applies, then the plan is applied. */
  | { readonly stack: number; readonly does: 'apply late'; readonly edit: Edit; readonly other: number; readonly otherEdit: Edit }
  | { readonly stack: number; readonly does: 'destroy'; readonly keep: boolean }
  | {
      readonly stack: number;
      readonly does: 'outside';
      readonly outside: 'delete user' | 'quick connect' | 'leave';
      readonly pick: number;
    };

const pick = fc.nat({ max: 20 });
const picks = fc.array(pick, { maxLength: 4 });
const group = fc.constantFrom(TEAM_GROUP_ID, DEFAULT_GROUP_ID);
/** Few, so that owners meet. */
const name = fc.constantFrom('ada', 'bob', 'cleo', 'dan');

const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ edit: fc.constant('add user'), name, sales: fc.boolean(), createFirst: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ edit: fc.constant('rename user'), pick, name }) },
  {
    weight: 5,
    arbitrary: fc.record({
      edit: fc.constantFrom('change user', 'remove user', 'forget user', 'readdress user', 'leave', 'disown group'),
      pick,
    }),
  },
  { weight: 7, arbitrary: fc.record({ edit: fc.constantFrom('join', 'join by id', 'join by id'), pick, group }) },
  { weight: 4, arbitrary: fc.record({ edit: fc.constantFrom('own group', 'change group'), picks, group }) },
  { weight: 2, arbitrary: fc.record({ edit: fc.constant('import user'), pick, sales: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ edit: fc.constantFrom('import membership', 'import group', 'take over user'), pick }) },
  { weight: 2, arbitrary: fc.constant({ edit: 'nothing' }) },
);

const stack = fc.nat({ max: 2 });

const trouble: fc.Arbitrary<Trouble> = fc.record({
  operation: fc.constantFrom(
    'CreateUser',
    'DeleteUser',
    'UpdateUserRoutingProfile',
    'DeleteQuickConnect',
    'AssociateTrafficDistributionGroupUser',
    'DisassociateTrafficDistributionGroupUser',
  ),
  kind: fc.constantFrom('denied', 'lost'),
});

export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ stack, does: fc.constant('apply'), edit }) },
  { weight: 2, arbitrary: fc.record({ stack, does: fc.constant('apply'), edit, trouble }) },
  { weight: 2, arbitrary: fc.record({ stack, does: fc.constant('apply late'), edit, other: stack, otherEdit: edit }) },
  { weight: 2, arbitrary: fc.record({ stack, does: fc.constant('destroy'), keep: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({ stack, does: fc.constant('outside'), outside: fc.constantFrom('delete user', 'quick connect', 'leave'), pick }),
  },
);
