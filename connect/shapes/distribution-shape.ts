import type {
  Distribution as WireShare,
  GetTrafficDistributionResponse,
  SignInDistribution,
  UpdateTrafficDistributionRequest,
} from '@aws-sdk/client-connect';
import type { Distribution, Shares, SignIns } from '../gateway';
import { flag, list, number, present, structure, text } from './members';

/** Every group has shares; sign-ins are those of the default group. @throws IncompleteAnswer */
export const distributionOf = ({ TelephonyConfig, AgentConfig, SignInConfig }: GetTrafficDistributionResponse): Distribution => ({
  telephony: byRegion(structure(TelephonyConfig, 'TelephonyConfig').Distributions, 'TelephonyConfig', share),
  agent: byRegion(structure(AgentConfig, 'AgentConfig').Distributions, 'AgentConfig', share),
  ...(SignInConfig && { signIn: byRegion(structure(SignInConfig, 'SignInConfig').Distributions, 'SignInConfig', signsIn) }),
});

const share = ({ Percentage }: WireShare, member: string): number => number(Percentage, `${member}.Percentage`);
const signsIn = ({ Enabled }: SignInDistribution, member: string): boolean => flag(Enabled, `${member}.Enabled`);

function byRegion<W extends { readonly Region: string | undefined }, T>(
  distributions: readonly W[] | undefined,
  member: string,
  value: (wire: W, member: string) => T,
): Readonly<Record<string, T>> {
  const entries = list(present(distributions, `${member}.Distributions`), `${member}.Distributions`, (wire, name) => {
    const entry = structure(wire, name);
    return [text(entry.Region, `${name}.Region`), value(entry, name)] as const;
  });
  return Object.fromEntries(entries);
}

/** The parts that are given, and no other. */
export const distributionRequestOf = ({ telephony, agent, signIn }: Distribution): Omit<UpdateTrafficDistributionRequest, 'Id'> => ({
  ...(telephony && { TelephonyConfig: { Distributions: wireSharesOf(telephony) } }),
  ...(agent && { AgentConfig: { Distributions: wireSharesOf(agent) } }),
  ...(signIn && { SignInConfig: { Distributions: wireSignInsOf(signIn) } }),
});

const wireSharesOf = (shares: Shares): WireShare[] => Object.entries(shares).map(([Region, Percentage]) => ({ Region, Percentage }));

const wireSignInsOf = (signIns: SignIns): SignInDistribution[] => Object.entries(signIns).map(([Region, Enabled]) => ({ Region, Enabled }));
