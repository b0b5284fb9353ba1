export { nothingYet } from './existing.ts';
export type * from './existing.ts';
export { planImport } from './plan-import.ts';
export type * from './plan.ts';
