import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { learningLeaders } from '#features/people/index.ts';
import type { Explained } from './protocol.view.ts';
import { protocolOf, shippedProtocol } from './protocol-of.ts';
import { selectTemplate } from './template.queries.ts';

/**
 * The protocol that the address names, in the version that `?version=` asks for, or else as one would start it. A school's
 * own is found also when it was put away, for groups that run. Throws `NotFound` where nothing was published.
 */
export async function selectExplained(visit: Visit): Promise<Explained> {
  const id = visit.params.protocol ?? '';
  const reader = {
    mayPlan: visit.who.hasAny(learningLeaders),
    isStaff: visit.who.standing.kind === 'staff',
  };
  const shipped = shippedProtocol(id);
  const asked = Number(visit.query.version);
  if (shipped) {
    const older = Number.isSafeInteger(asked) && asked > 0 && asked < shipped.version ? asked : null;
    const protocol =
      older === null
        ? shipped
        : await protocolOf(visit.db, { ownerId: visit.organisationId, protocol: id, version: older });
    return { protocol: protocol ?? shipped, own: null, ...reader };
  }
  const template = await selectTemplate(visit.db, visit.organisationId, id);
  const latest = template?.published_version;
  if (!template || !latest) throw new NotFound('There is no protocol at this address.');
  const version = Number.isSafeInteger(asked) && asked > 0 && asked < latest ? asked : latest;
  const protocol = await protocolOf(visit.db, { ownerId: visit.organisationId, protocol: id, version });
  if (!protocol) throw new NotFound('There is no such version of this protocol.');
  return {
    protocol,
    own: {
      basedOn: template.based_on && (shippedProtocol(template.based_on)?.title ?? template.based_on),
      importedFrom: template.imported_from,
      putAway: template.ended_at !== null,
      latest,
    },
    ...reader,
  };
}
