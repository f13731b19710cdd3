import type {
  Distribution as WireShare,
  GetTrafficDistributionResponse,
  SignInDistribution,
  UpdateTrafficDistributionRequest,
} from '@aws-sdk/client-connect';
import type { Distribution, Shares, SignIns } from '../model';
import { flag, list, number, optionalStructure, structure, text } from './members';

/** @throws IncompleteAnswer */
export const distributionOf = ({ TelephonyConfig, AgentConfig, SignInConfig }: GetTrafficDistributionResponse): Distribution => ({
  telephony: byRegion(TelephonyConfig, 'TelephonyConfig', share),
  agent: byRegion(AgentConfig, 'AgentConfig', share),
  signIn: byRegion(SignInConfig, 'SignInConfig', ({ Enabled }: SignInDistribution, member) => flag(Enabled, `${member}.Enabled`)),
});

const share = ({ Percentage }: WireShare, member: string): number => number(Percentage, `${member}.Percentage`);

function byRegion<W extends { readonly Region: string | undefined }, T>(
  config: { readonly Distributions: readonly W[] | undefined } | undefined,
  member: string,
  value: (wire: W, member: string) => T,
): Readonly<Record<string, T>> | undefined {
  const given = optionalStructure(config, member);
  if (!given) return undefined;
  const entries = list(given.Distributions, `${member}.Distributions`, (wire, name) => {
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
