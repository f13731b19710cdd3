import { servePlugin } from '../../../provider/plugin/serve-plugin';
import { toyProvider } from './provider';
import { fileStore } from './store';

void servePlugin(toyProvider(fileStore), { name: 'example.test/acme/toy', version: '1.0.0' });
// As careless libraries do.
globalThis.console.log('hello from a library');
