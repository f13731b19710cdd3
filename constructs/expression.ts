import type { IResolvable } from 'cdktf';

/** What stands for a value that is not written out: a Terraform expression such as `${var.phone_type}`, or a token (`Token.asAny`). */
export type Expression = `${string}\${${string}}${string}` | IResolvable;
