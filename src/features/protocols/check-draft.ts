import {
  catalogue,
  idsIn,
  type Protocol,
  type ProtocolProblem,
  readProtocol,
} from '#features/evidence/index.ts';
import { beyondLimits } from './own-limits.ts';

/**
 * A protocol of a school as it may be published or taken in, or everything that stands against it, each with the way
 * to it. What is read is a copy without anything that the schema does not name.
 */
export function checkOwn(value: unknown): { protocol: Protocol } | { problems: ProtocolProblem[] } {
  const read = readProtocol(value, idsIn(catalogue()));
  if ('problems' in read) return read;
  const problems = beyondLimits(read.protocol);
  return problems.length > 0 ? { problems } : read;
}
