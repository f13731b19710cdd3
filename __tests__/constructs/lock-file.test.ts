import { lockedConstraints, withLockedProvider } from '../../constructs/plugin/lock-file';

const aws = { source: 'registry.terraform.io/hashicorp/aws', version: '5.100.0', constraints: '5.100.0', hashes: [] };
const ours = { source: 'terraform.local/acme/connect', version: '1.2.3', constraints: '1.2.3', hashes: ['h1:abc='] };

describe("Terraform's lock file", () => {
  test('gets a provider in the form that Terraform writes itself', () => {
    expect(withLockedProvider('', ours)).toBe(
      [
        '# Written at synth; "terraform init" may complete it.',
        '',
        'provider "terraform.local/acme/connect" {',
        '  version     = "1.2.3"',
        '  constraints = "1.2.3"',
        '  hashes = [',
        '    "h1:abc=",',
        '  ]',
        '}',
        '',
      ].join('\n'),
    );
  });

  test('holds a provider once, as it was locked last', () => {
    const twice = withLockedProvider(withLockedProvider(withLockedProvider('', ours), aws), { ...ours, hashes: ['h1:new='] });
    expect(twice.match(/provider "terraform\.local/g)).toHaveLength(1);
    expect(twice).toContain('h1:new=');
    expect(twice).not.toContain('h1:abc=');
    expect(lockedConstraints(twice, aws.source)).toBe('5.100.0');
  });

  test('is the same text when nothing changes', () => {
    const lock = withLockedProvider(withLockedProvider('', aws), ours);
    expect(withLockedProvider(lock, ours)).toBe(lock);
  });

  test('knows nothing of a provider that it does not name', () => {
    expect(lockedConstraints(withLockedProvider('', aws), ours.source)).toBeUndefined();
    expect(lockedConstraints(withLockedProvider('', ours), 'terraformxlocal/acme/connect')).toBeUndefined();
  });

  test('leaves the hashes of other providers alone', () => {
    const hashes = ['h1:one=', 'zh:two'];
    const lock = withLockedProvider(withLockedProvider('', { ...aws, hashes }), ours);
    for (const hash of hashes) expect(lock).toContain(`    "${hash}",`);
  });
});
