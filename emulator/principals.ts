import { randomBytes } from 'node:crypto';
import { ServiceError } from './wire/service-error';

export interface Principal {
  readonly account: string;
  readonly arn: string;
  readonly userId: string;
}

interface Session extends Principal {
  readonly expires: number;
}

const ROLE = /^arn:aws[a-z-]*:iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/;

/**
 * Who calls. Any access key belongs to the account, but for `AKIAWRONG...`, which no account knows;
 * temporary keys are those that AssumeRole handed out.
 */
export class Principals {
  private readonly sessions = new Map<string, Session>();

  identify(accessKeyId: string, account: string, now: number): Principal {
    const session = this.sessions.get(accessKeyId);
    if (session) {
      if (session.expires <= now) throw new ServiceError('ExpiredTokenException', 'The security token included in the request is expired');
      return session;
    }
    if (accessKeyId.startsWith('AKIAWRONG') || accessKeyId.startsWith('ASIA')) {
      throw new ServiceError('UnrecognizedClientException', 'The security token included in the request is invalid.');
    }
    return { account, arn: `arn:aws:iam::${account}:user/emulator`, userId: 'AIDAEMULATOR' };
  }

  assumeRole(caller: Principal, parameters: URLSearchParams, now: number): object {
    const roleArn = parameters.get('RoleArn') ?? '';
    const sessionName = parameters.get('RoleSessionName') ?? '';
    const seconds = Number(parameters.get('DurationSeconds') ?? 3600);
    const [, account, role] = ROLE.exec(roleArn) ?? [];
    if (!account || !role || !/^[\w+=,.@-]{2,64}$/.test(sessionName) || !(seconds >= 900 && seconds <= 43_200)) {
      throw new ServiceError('ValidationError', 'RoleArn, RoleSessionName or DurationSeconds is not valid.', {}, 400);
    }
    if (roleArn.includes('denied')) {
      throw new ServiceError(
        'AccessDenied',
        `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`,
        {},
        403,
      );
    }
    const accessKeyId = `ASIA${randomBytes(8).toString('hex').toUpperCase()}`;
    const expires = now + seconds * 1000;
    const assumed = { account, arn: `arn:aws:sts::${account}:assumed-role/${role}/${sessionName}`, userId: `AROAEMULATOR:${sessionName}` };
    this.sessions.set(accessKeyId, { ...assumed, expires });
    return {
      AssumedRoleUser: { AssumedRoleId: assumed.userId, Arn: assumed.arn },
      Credentials: {
        AccessKeyId: accessKeyId,
        SecretAccessKey: randomBytes(30).toString('base64'),
        SessionToken: randomBytes(48).toString('base64'),
        Expiration: new Date(expires).toISOString(),
      },
    };
  }
}

export function callerIdentity({ arn, userId, account }: Principal): object {
  return { Arn: arn, UserId: userId, Account: account };
}
