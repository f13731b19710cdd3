import type { Failure } from '../connect/failure';

/** What to do where a command knows no Region, or one that is none. */
export const regionAdvice = ({ code }: Failure): string =>
  code === 'InvalidRegion' ? 'Give the right Region with --region, or correct it at its source.' : 'Give --region, or set AWS_REGION.';
