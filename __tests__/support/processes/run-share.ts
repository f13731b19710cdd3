import { fork } from 'node:child_process';

/** Runs a program in a process of its own, tells it what to do, and hears of what it does until it ends. */
export function runShare<Order extends object, News>(program: string, order: Order, onNews: (news: News) => void): Promise<void> {
  const execArgv = [...process.execArgv, '--max-semi-space-size=64'];
  // Nothing leaves the machine: a bundle of certificates would only be read again and again, which takes longer than all else.
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'AWS_CA_BUNDLE'));
  const env = { ...inherited, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };
  const child = fork(program, { execArgv, env });
  return new Promise((resolve, reject) => {
    child.on('message', onNews);
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a process ended with ${code}`))));
    child.send(order);
  });
}
