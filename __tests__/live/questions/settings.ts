import type { User } from '@aws-sdk/client-connect';
import { type Finding, observed, unforeseen } from '../findings';
import type { Lab } from '../instance/lab';
import type { Question } from './question';

const FIRST = { FirstName: 'Live', LastName: 'Test' };
const MOBILE = '+12065550101';
const SECONDS = 30;
const CHANNELS = {
  AutoAcceptConfigs: [{ Channel: 'VOICE' as const, AutoAccept: true }],
  AfterContactWorkConfigs: [{ Channel: 'VOICE' as const, AfterContactWorkConfig: { AfterContactWorkTimeLimit: SECONDS } }],
};

/** What updates leave, and in which style a user shows its phone settings. */
export const settings: Question = {
  name: 'what updates leave, and how phone settings show',
  rows: ['omittedOnUpdate', 'phoneStyles'],
  ask: async (lab) => {
    const channels = await lab.withUser('chans', { IdentityInfo: { ...FIRST, Mobile: MOBILE }, ...CHANNELS }, async ({ id }) => ({
      before: await describe(lab, id),
      after: await update(lab, id),
    }));
    const phone = await lab.withUser(
      'phone',
      { PhoneConfig: { PhoneType: 'SOFT_PHONE', AutoAccept: true, AfterContactWorkTimeLimit: SECONDS } },
      ({ id }) => describe(lab, id),
    );
    return { rows: { omittedOnUpdate: omitted(channels.after), phoneStyles: styles(channels.before, phone) } };
  },
};

async function describe({ client, InstanceId }: Lab, UserId: string): Promise<User> {
  const { User } = await client.describeUser({ InstanceId, UserId });
  if (!User) throw new Error('DescribeUser answered without a user');
  return User;
}

/** Leaves out the mobile number, and after contact work. */
async function update(lab: Lab, UserId: string): Promise<User> {
  const { client, InstanceId } = lab;
  await client.updateUserIdentityInfo({ InstanceId, UserId, IdentityInfo: { ...FIRST, LastName: 'Tested' } });
  await client.updateUserConfig({ InstanceId, UserId, AutoAcceptConfigs: [{ Channel: 'VOICE', AutoAccept: false }] });
  await lab.until('DescribeUser shows what was updated', async () => {
    const { IdentityInfo, AutoAcceptConfigs } = await describe(lab, UserId);
    return IdentityInfo?.LastName === 'Tested' && AutoAcceptConfigs?.[0]?.AutoAccept === false;
  });
  return describe(lab, UserId);
}

function omitted({ IdentityInfo, AfterContactWorkConfigs }: User): Finding<'kept' | 'cleared'> {
  const said = (kept: boolean): 'kept' | 'cleared' => (kept ? 'kept' : 'cleared');
  const mobile = said(IdentityInfo?.Mobile === MOBILE);
  const seconds = AfterContactWorkConfigs?.find(({ Channel }) => Channel === 'VOICE')?.AfterContactWorkConfig?.AfterContactWorkTimeLimit;
  const work = said(seconds === SECONDS);
  const evidence = `UpdateUserIdentityInfo without a mobile number: ${mobile}; UpdateUserConfig without after contact work: ${work}`;
  return mobile === work ? observed(mobile, evidence) : unforeseen(evidence);
}

function styles(channels: User, phone: User): Finding<'only-what-was-set' | 'both'> {
  // Defaults of the other style may show anyway: only the values that were set count.
  const asPhone = channels.PhoneConfig?.AutoAccept === true || channels.PhoneConfig?.AfterContactWorkTimeLimit === SECONDS;
  const asChannels = phone.AutoAcceptConfigs?.some(({ AutoAccept }) => AutoAccept === true) ?? false;
  const also = (is: boolean): string => (is ? 'also' : 'not');
  const evidence = `settings per channel show ${also(asPhone)} as phone settings, phone settings ${also(asChannels)} per channel`;
  if (asPhone !== asChannels) return unforeseen(evidence);
  return observed(asPhone ? 'both' : 'only-what-was-set', evidence);
}
