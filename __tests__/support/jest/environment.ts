import { AsyncLocalStorage } from 'node:async_hooks';
import { isPromise } from 'node:util/types';
import { setFlagsFromString } from 'node:v8';
import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

export default TestEnvironment;

// A worker that has nothing left to do ends at once. Node would first give back its memory, piece by piece, which takes a busy machine
// longer than the half second after which jest speaks of leaks. What leaks keeps a worker from coming here.
if (process.send) process.once('beforeExit', () => process.exit());

// Each test file has modules of its own. Jest would compile them anew for each file, which takes as long as many tests; the compiled
// script serves all files of a worker, as long as V8 does not throw it away.
setFlagsFromString('--no-flush-bytecode');
const scripts = new Map<string, vm.Script>();
const { compileFunction } = vm;
vm.compileFunction = (code, parameters = [], options = {}) => {
  const { filename, parsingContext } = options;
  if (!parsingContext) return compileFunction(code, parameters, options);
  const head = `(function (${parameters.join(', ')}) {`;
  const key = `${filename ?? ''}\n${head}${code}`;
  let script = scripts.get(key);
  if (!script) scripts.set(key, (script = new vm.Script(`${head}${code}\n})`, { filename, columnOffset: -head.length })));
  return script.runInContext(parsingContext) as ReturnType<typeof compileFunction>;
};

// Jest-circus asks which test or hook runs, which Node 20 finds out by a hook into every promise. In one file they run one after the other.
const { run, getStore } = AsyncLocalStorage.prototype;
const running = new WeakMap<object, unknown>();
AsyncLocalStorage.prototype.getStore = function (this: AsyncLocalStorage<unknown>) {
  return running.has(this) ? running.get(this) : getStore.call(this);
};
AsyncLocalStorage.prototype.run = function (this: AsyncLocalStorage<unknown>, store: unknown, callback: () => unknown, ...rest: []) {
  if (!isTestOrHook(store)) return run.call(this, store, callback, ...rest);
  const before = running.get(this);
  running.set(this, store);
  const end = (): unknown => running.set(this, before);
  const result = callback();
  if (isPromise(result)) return result.finally(end);
  end();
  return result;
} as typeof run;

const isTestOrHook = (store: unknown): boolean => typeof store === 'object' && store !== null && ('test' in store || 'hook' in store);
