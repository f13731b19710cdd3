import { stopAll } from './shared-providers';

/** After the last test. */
export default stopAll;
