import { joinCircle } from '#platform/access/circles.ts';
import { type Grant, principals, shareItem } from '#platform/access/items.ts';
import { newId } from '#platform/db/ids.ts';
import type { Change } from '#platform/http/context.ts';
import type { Protocol } from '#features/evidence/index.ts';
import {
  asNewStep,
  insertProgramme,
  layOut,
  type Making,
  publishedTo,
  setProgramme,
} from '#features/programmes/index.ts';
import { keepVersion, selectCalendar } from '#features/protocols/index.ts';
import { keepReplaces } from './replaces.ts';
import { insertCycle } from './cycles.queries.ts';
import type { GroupToStart } from './start-group.input.ts';

/** Starts a group from a protocol, as somebody who works at the school. */
export async function startGroup(
  change: Change,
  protocol: Protocol,
  group: NewGroup,
): Promise<{ id: string; slug: string }> {
  const made = await insertGroup(change, protocol, group);
  keepReplaces(change, made.id, group.replaces);
  await change.record({
    kind: 'group.started',
    itemId: made.id,
    body: { protocol: protocol.id, version: protocol.version, slug: made.slug },
  });
  return made;
}

/**
 * Writes a group: its steps on the school's teaching weeks, its first cycle, and whoever starts it keeping its plan
 * and taking part. It runs from now on; nobody else is in it before they say yes.
 */
export async function insertGroup(
  making: Making,
  protocol: Protocol,
  group: NewGroup,
): Promise<{ id: string; slug: string }> {
  const { tx, now, organisationId, who } = making;
  const calendar = await selectCalendar(tx, organisationId);
  const steps = layOut(protocol, { startsOn: group.starts_on, terms: group.terms }, calendar).map(asNewStep);
  await keepVersion(tx, organisationId, protocol, now);
  const excludesManagers = protocol.membership.some(({ rule }) => rule === 'no-line-managers');
  const made = await insertProgramme(
    making,
    {
      ...nothingPlanned,
      sort: 'group',
      title: group.title,
      template_id: protocol.id,
      template_version: protocol.version,
      subject: group.subject || null,
      phase: group.phase || null,
      joining: group.joining,
      replaces: '',
    },
    steps,
    group.starts_on,
    excludesManagers,
  );
  await joinCircle(
    tx,
    { ownerId: organisationId, circleId: made.id, part: 'participant' },
    [who.personId],
    now,
  );
  await setProgramme(making, { owner_id: organisationId, id: made.id }, { published_at: now });
  await shareItem(
    tx,
    { ownerId: organisationId, id: made.id },
    seenBy(organisationId, made.id, group.seen),
    now,
  );
  await insertCycle(tx, {
    ownerId: organisationId,
    id: newId(now),
    programmeId: made.id,
    number: 1,
    question: group.question,
    by: who.personId,
    at: now,
  });
  return made;
}

/** What is said of a group when it starts. */
export type NewGroup = Omit<GroupToStart, 'protocol'>;

/** What leaders plan for a programme, and members of a group do not fill in. */
const nothingPlanned = {
  summary: '',
  aim: 'transform',
  change_kind: 'additive',
  pupil_group: '',
  pupil_outcome: '',
  priority_id: null,
  rationale: '',
  materials: '',
  prerequisites: '',
} as const;

/** Who reads the outline of a group: those in it, and all staff where it may be seen. */
export const seenBy = (organisationId: string, groupId: string, byStaff: boolean): Grant[] =>
  byStaff
    ? publishedTo(organisationId, groupId)
    : [{ principal: principals.circle(groupId), ability: 'read' }];
