import { TestEnvironment } from 'jest-environment-node';

// A worker that has nothing left to do ends at once. Node would first give back its memory, piece by piece, which takes a busy machine
// longer than the half second after which jest speaks of leaks. What leaks keeps a worker from coming here.
if (process.send) process.once('beforeExit', () => process.exit());

export default TestEnvironment;
