export type * from './gateway/index';
