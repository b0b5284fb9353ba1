import type { Catalogue } from './catalogue.ts';
import { Protocol } from './protocol.schema.ts';
import { protocolProblems, type KnownIds, type ProtocolProblem } from './protocol-problems.ts';
import { issuesInWords } from './read-files.ts';

/** What a protocol of a school may point at: the forms and the ledger that come with Staffroom. */
export const idsIn = (catalogue: Catalogue): KnownIds => ({
  forms: new Set([...catalogue.forms, ...catalogue.agendas].map(({ id }) => id)),
  linkable: new Set(
    [
      ...catalogue.programmes,
      ...catalogue.developmentForms,
      ...catalogue.mechanisms,
      ...catalogue.features.features,
      ...catalogue.links.links,
      ...catalogue.reviews,
      ...catalogue.frameworks.flatMap((framework) => framework.groups.flatMap((group) => group.items)),
    ].map(({ id }) => id),
  ),
});

/**
 * A protocol from somewhere else, or as somebody is writing it: either it, or everything that is wrong with it, each with the
 * way to it (`stages[1].steps[0].week`) and the reason.
 */
export function readProtocol(
  value: unknown,
  known: KnownIds,
): { protocol: Protocol } | { problems: ProtocolProblem[] } {
  const read = Protocol.safeParse(value);
  if (!read.success) return { problems: issuesInWords(read.error.issues) };
  const problems = protocolProblems(read.data, known);
  return problems.length > 0 ? { problems } : { protocol: read.data };
}
