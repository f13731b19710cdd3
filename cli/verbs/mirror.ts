import type { Verb } from '../verb';

export const MIRROR = {
  name: 'mirror',
  takes: 'DIR',
  summary: "write the provider's plugin into the Terraform filesystem mirror DIR",
  about: [
    "Writes the provider's plugin into the Terraform filesystem mirror DIR, beside what it holds already, and prints the CLI configuration " +
      'that makes Terraform use it. CDK for Terraform needs no mirror, unless a CLI configuration says where providers come from.',
  ],
  options: {},
  exits: [
    [0, 'the plugin is in the mirror'],
    [1, 'it could not be written'],
    [2, 'the command line is not understood'],
  ],
  guide: 'guides/hcl-and-mirrors.md',
} as const satisfies Verb;
