import { AsyncLocalStorage } from 'node:async_hooks';
import { TestEnvironment } from 'jest-environment-node';

// A worker that has nothing left to do ends at once. Node would first give back its memory, piece by piece, which takes a busy machine
// longer than the half second after which jest speaks of leaks. What leaks keeps a worker from coming here.
if (process.send) process.once('beforeExit', () => process.exit());

// jest-circus makes a storage for each test file and never ends it: Node 20 would go through all of them for every promise of the worker.
const inUse = new Set<AsyncLocalStorage<unknown>>();
const { run } = AsyncLocalStorage.prototype;
AsyncLocalStorage.prototype.run = function (this: AsyncLocalStorage<unknown>, ...call: Parameters<typeof run>) {
  inUse.add(this);
  return run.apply(this, call);
};

export default class Environment extends TestEnvironment {
  override async teardown(): Promise<void> {
    for (const storage of inUse) storage.disable();
    inUse.clear();
    await super.teardown();
  }
}
