import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resources } from '../../custom-resources';
import { version } from '../../package.json';
import { ContactCentre } from '../support/terraform/contact-centre';
import { plan } from '../support/terraform/told';

interface State {
  readonly resources: readonly { readonly type: string; readonly instances: { schema_version: number }[] }[];
}

const read = (stored: string, file: string): string => readFileSync(join(__dirname, stored, file), 'utf8');

const stored = readdirSync(__dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe('the state that a released version of the provider wrote', () => {
  let centre: ContactCentre;
  beforeAll(async () => {
    centre = await ContactCentre.start();
  });
  afterAll(() => centre.close());

  it('is kept for this version, of every resource', () => {
    const state: State = JSON.parse(read(version, 'terraform.tfstate'));
    expect(new Set(state.resources.map(({ type }) => type))).toEqual(new Set(resources.map(({ type }) => type)));
  });

  it.each(stored)('%s is read by this version, and planned to stay as it is', async (one) => {
    centre.project.write('terraform.tfstate', read(one, 'terraform.tfstate'));
    await centre.declare(JSON.parse(read(one, 'declared.json')));
    const { code, errors, planned, warnings } = await plan(centre, '-refresh=false');
    expect({ code, errors, planned, warnings }).toEqual({ code: 0, errors: [], planned: {}, warnings: [] });
  });

  it('stops a version that is older than it, which changes nothing', async () => {
    const state: State = JSON.parse(read(version, 'terraform.tfstate'));
    for (const { instances } of state.resources) for (const instance of instances) instance.schema_version = 99;
    centre.project.write('terraform.tfstate', JSON.stringify(state));
    const { errors, planned } = await plan(centre, '-refresh=false');
    expect(planned).toEqual({});
    expect(new Set(errors.map(({ summary }) => summary))).toEqual(new Set(['Resource instance managed by newer provider version']));
  });
});
