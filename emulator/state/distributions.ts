import type { Distributions } from './things';

/** All telephone traffic and agents at home, as a new group starts. Only the default group has sign-ins. */
export function initialDistributions(home: string, replica: string, isDefault: boolean): Distributions {
  const shares = {
    Distributions: [
      { Region: home, Percentage: 100 },
      { Region: replica, Percentage: 0 },
    ],
  };
  const SignInConfig = { Distributions: [home, replica].map((Region) => ({ Region, Enabled: true })) };
  return { TelephonyConfig: shares, AgentConfig: shares, ...(isDefault && { SignInConfig }) };
}
