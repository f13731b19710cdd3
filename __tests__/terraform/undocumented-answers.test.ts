import { CreateUserCommand } from '@aws-sdk/client-connect';
import { DEFAULT_SETTINGS, type Answers } from '../../emulator/settings';
import { ANSWERS } from '../answers/rows';
import { liveWithTerraform } from '../answers/terraform';
import { agent, ContactCentre } from '../support/terraform/contact-centre';
import { coveringArray } from '../answers/covering-array';
import { agent as existing } from '../support/emulator/test-emulator';
import { apply, plan } from '../support/terraform/told';

/** Each answer at least once; `npm run test:answers -- --terraform` has any three of them together. */
const ROWS = coveringArray(ANSWERS, [{ of: Object.keys(ANSWERS), strength: 1 }]).map((row) => row as Answers & typeof row);

describe('users and memberships live and end as declared, whatever Amazon Connect answers', () => {
  let centre: ContactCentre;
  beforeAll(async () => {
    centre = await ContactCentre.start();
  });
  afterAll(() => centre.close());

  it.each(ROWS.map((row, index) => [index + 1, differing(row), row] as const))('row %i: %s', (_number, _text, answers) =>
    liveWithTerraform(centre, answers),
  );
});

function differing(answers: Answers): string {
  const differences = Object.entries(answers).filter(([name, value]) => value !== DEFAULT_SETTINGS.answers[name as keyof Answers]);
  return differences.map(([name, value]) => `${name} ${Array.isArray(value) ? value.length : String(value)}`).join(', ') || 'the defaults';
}

it('fails at apply, with the name, where another user has the name in other letters and Connect does not tell them apart', async () => {
  const centre = await ContactCentre.start({ settings: { answers: { usernameCase: 'insensitive' } } });
  await centre.outside().send(new CreateUserCommand(existing('Foo')));
  await centre.declare({ resource: { connect_user: { foo: agent('foo') } } });
  expect(await plan(centre)).toMatchObject({ code: 0, errors: [], warnings: [] });
  const { errors } = await apply(centre);
  expect(errors).toMatchObject([
    { address: 'connect_user.foo', summary: expect.stringMatching(/^Creating the user "foo" failed: conflict$/) },
  ]);
  expect(centre.project.state()).toEqual([]);
  await centre.close();
});
