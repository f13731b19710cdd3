// Who runs the tests knows; it would stand in every output.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
// Terraform is started hundreds of times, and mostly ends before its garbage is worth collecting.
process.env.GOGC ??= '400';
// Nothing leaves the machine: certificates would only be read again and again, by each provider that is configured.
delete process.env.AWS_CA_BUNDLE;
delete process.env.NODE_EXTRA_CA_CERTS;

const shared = {
  testEnvironment: '<rootDir>/__tests__/support/jest/environment.ts',
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/dist-cdktn/', 'cdktf.out'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }],
  },
};

/** @type {import('jest').Config} */
module.exports = {
  projects: [
    {
      ...shared,
      displayName: 'cdktf',
      testMatch: ['**/__tests__/**/*.test.ts'],
      testPathIgnorePatterns: ['/constructs/cdk-terrain/'],
    },
    {
      ...shared,
      displayName: 'cdktn',
      // What is made of constructs, once more on CDK Terrain, with its own bindings.
      testMatch: ['**/__tests__/constructs/{,contact-centre/,cdk-terrain/}*.test.ts'],
      testPathIgnorePatterns: ['/constructs/(command|lock-file|old-node)\\.test\\.ts$'],
      moduleNameMapper: {
        '^cdktf$': 'cdktn',
        '^cdktf/lib/(.*)$': 'cdktn/lib/$1',
        '^(?:\\.{1,2}/)+(?:constructs/)?gen(/.*)?$': '<rootDir>/constructs/gen-cdktn$1',
      },
    },
  ],
  globalSetup: '<rootDir>/__tests__/support/jest/set-up.ts',
  globalTeardown: '<rootDir>/__tests__/support/jest/tear-down.ts',
  testTimeout: 120_000,
  testSequencer: '<rootDir>/__tests__/support/jest/long-ones-first.mjs',
  maxWorkers: 5,
};
