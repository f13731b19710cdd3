import { isRegion, resolveRegion } from '../../connect/region';
import { region } from '../../custom-resources/values/checks';
import { identifierProblem, INSTANCE } from '../../custom-resources/values/identifiers';

/** The three places that look at the name of a Region: two at plan, one before a call. */
const arnIn = (name: string): string => `arn:aws:connect:${name}:123456789012:instance/11111111-aaaa-4bbb-8ccc-000000000001`;
const acceptedBy = (name: string) => ({
  attribute: region(name) === undefined,
  arn: identifierProblem(INSTANCE, arnIn(name)) === undefined,
  call: isRegion(name),
});

it.each(['us-east-1', 'ap-northeast-3', 'us-gov-west-1', 'us-isob-east-1', 'cn-north-1', 'eusc-de-east-1', 'mx-central-1'])(
  'the Region %s is accepted at plan and at apply',
  (name) => {
    expect(acceptedBy(name)).toEqual({ attribute: true, arn: true, call: true });
  },
);

it.each(['', 'Frankfurt', 'us-east', 'US-EAST-1', 'u-east-1', 'us-1', 'us-east-1a', 'us-east-1.evil.example', 'us-east-1/', ' us-east-1'])(
  'refuses %j as a Region at plan and at apply',
  (name) => {
    expect(acceptedBy(name)).toEqual({ attribute: false, arn: false, call: false });
  },
);

describe('a Region that is none is told with where it comes from', () => {
  const environment = process.env;
  afterEach(() => {
    process.env = environment;
  });

  it.each<[string, NodeJS.ProcessEnv, string | undefined, string]>([
    ['the configuration', { AWS_REGION: 'us-east-1' }, 'mars', '"mars" is not the name of an AWS Region, such as "eu-central-1".'],
    ['AWS_REGION', { AWS_REGION: 'us-east-1a' }, undefined, '"us-east-1a" is not .* It comes from AWS_REGION\\.'],
    ['AWS_DEFAULT_REGION', { AWS_DEFAULT_REGION: 'us-east-1 ' }, undefined, '"us-east-1 " is not .* It comes from AWS_DEFAULT_REGION\\.'],
  ])('of %s', async (_, variables, region, message) => {
    process.env = { ...variables };
    const resolved = await resolveRegion(region === undefined ? {} : { region });
    expect(resolved).toMatchObject({
      ok: false,
      failure: { code: 'InvalidRegion', message: expect.stringMatching(new RegExp(`^${message}$`)) },
    });
  });
});
