import { blocksOf } from '../support/docs/blocks';
import { ContactCentre } from '../support/terraform/contact-centre';

/** What the page on testing says, with the real `terraform test`. */
const files = blocksOf('docs/guides/testing.md').filter(({ language, file }) => language === 'hcl' && file !== undefined);

describe('terraform test, as its page says', () => {
  let centre: ContactCentre;
  beforeAll(async () => {
    centre = await ContactCentre.start();
    for (const { file = '', text } of files) centre.project.write(file, text.replace('http://127.0.0.1:4599', centre.emulator.url));
  });
  afterAll(() => centre.close());
  const passed = async (file: string): Promise<string> =>
    (await centre.project.succeed('test', '-no-color', `-filter=${file}`)).stdout.split('\n').findLast(Boolean) ?? '';

  it('runs a module with mocks, and calls nobody', async () => {
    expect(await passed('mocked.tftest.hcl')).toBe('Success! 1 passed, 0 failed.');
    expect(await centre.emulator.control.calls()).toEqual([]);
  });

  it('runs it with the emulator, where agents join and leave, and nobody is left in the end', async () => {
    expect(await passed('emulated.tftest.hcl')).toBe('Success! 2 passed, 0 failed.');
    const joined = await centre.emulator.control.calls('CreateUser');
    const left = await centre.emulator.control.calls('DeleteUser');
    expect([joined.length, left.length, (await centre.instance()).users]).toEqual([2, 2, []]);
  });
});
