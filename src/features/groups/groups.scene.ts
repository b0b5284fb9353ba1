import { joinCircle } from '#platform/access/circles.ts';
import type { Db } from '#platform/db/database.ts';
import { byId, catalogue } from '#features/evidence/index.ts';
import { insertMemberships, insertUnits } from '#features/people/index.ts';
import { startOfTests } from '#test/site.ts';
import { insertGroup, type NewGroup } from './start-group.ts';

interface Someone {
  personId: string;
  organisationId: string;
}

/** A group as its starter's form would have made it, with others in it already. */
export async function makeGroup(
  db: Db,
  starter: Someone,
  at: Date,
  group: Partial<NewGroup> & {
    title: string;
    protocol?: string;
    participants?: readonly Someone[];
    specialist?: Someone;
  },
): Promise<{ id: string; slug: string }> {
  const { protocol: id = 'lesson-study', participants = [], specialist, ...said } = group;
  const protocol = byId(catalogue().protocols, id);
  const { organisationId } = starter;
  const made = await insertGroup({ tx: db, now: at, organisationId, who: starter }, protocol, {
    question: '',
    subject: '',
    phase: '',
    starts_on: at.toISOString().slice(0, 10),
    terms: protocol.terms[0]!,
    joining: 'invited',
    seen: true,
    replaces: '',
    ...said,
  });
  const join = (part: string, people: readonly Someone[]) =>
    joinCircle(
      db,
      { ownerId: organisationId, circleId: made.id, part },
      people.map(({ personId }) => personId),
      at,
    );
  await join('participant', participants);
  if (specialist) await join('specialist', [specialist]);
  return made;
}

/** Has somebody teach a class of their own, as some protocols ask. */
export async function giveClass(db: Db, teacher: Someone): Promise<void> {
  const owner = teacher.organisationId;
  const unit = { kind: 'class' as const, name: `Class of ${teacher.personId.slice(-4)}` };
  const [unitId] = await insertUnits(db, owner, [unit], startOfTests);
  const row = { unitId: unitId!, personId: teacher.personId, part: 'teacher' as const };
  await insertMemberships(db, owner, [row], startOfTests);
}
