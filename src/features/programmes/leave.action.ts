import { z } from 'zod';
import { leaveCircle, rejoinCircle } from '#platform/access/circles.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { programmeHref } from './addresses.ts';
import { recordEnrolled } from './enrol.ts';
import { openProgramme } from './open-programme.ts';
import { type Part, parts, selectPeople } from './people.queries.ts';
import { programmePolicy } from './programme.policy.ts';
import type { Programme } from './programme.queries.ts';

/** The part comes from the form, or from the address of an undo. */
const input = z.object({ part: z.enum(parts).optional() });

const partOf = (change: Change, sent: Part | undefined): Part => {
  const part = sent ?? parts.find((each) => each === change.query.part);
  if (!part) throw new Refused('Choose a part.');
  return part;
};

/** Takes a person out of one part of a programme. What they did and wrote stays theirs. */
export const leaveAction = action('/programmes/:programme/people/:person/leave', {
  purpose: 'learning',
  access: programmePolicy,
  input,
  async run(change, sent) {
    const { programme } = await openProgramme(change, 'enrol');
    const part = partOf(change, sent.part);
    const { person = '' } = change.params;
    if (!isId(person)) throw new NotFound();
    if (part === 'leader') await mustKeepALeader(change, programme, person);
    const circle = { ownerId: programme.owner_id, circleId: programme.id, part };
    if (!(await leaveCircle(change.tx, circle, person, change.now)))
      throw new NotFound('This person is not in that part.');
    const body = { personId: person, part };
    await change.record({ kind: 'person.left', itemId: programme.id, body, tell: true });
    return see(
      programmeHref(programme, 'people'),
      t('They are taken out. What they did and wrote stays theirs.'),
      programmeHref(programme, `people/${person}/return?part=${part}`),
    );
  },
});

/** Takes back the leaving: the person is in that part as before, since the same day. */
export const returnAction = action('/programmes/:programme/people/:person/return', {
  purpose: 'learning',
  access: programmePolicy,
  input,
  async run(change, sent) {
    const { programme } = await openProgramme(change, 'enrol');
    const part = partOf(change, sent.part);
    const { person = '' } = change.params;
    if (!isId(person) || !(await wasIn(change, programme, person, part))) throw new NotFound();
    const circle = { ownerId: programme.owner_id, circleId: programme.id, part };
    if (!(await rejoinCircle(change.tx, circle, person))) throw new Refused('They are in this part already.');
    await recordEnrolled(change, programme, person, part);
    return see(
      programmeHref(programme, 'people'),
      t('They are in it again.'),
      programmeHref(programme, `people/${person}/leave?part=${part}`),
    );
  },
});

async function wasIn(change: Change, programme: Programme, personId: string, part: Part): Promise<boolean> {
  const found = await change.tx
    .selectFrom('circle_member')
    .select('id')
    .where('owner_id', '=', programme.owner_id)
    .where('circle_id', '=', programme.id)
    .where('person_id', '=', personId)
    .where('part', '=', part)
    .executeTakeFirst();
  return found !== undefined;
}

async function mustKeepALeader(change: Change, programme: Programme, leaving: string): Promise<void> {
  const people = await selectPeople(change.tx, programme);
  if (!people.some((person) => person.personId !== leaving && person.parts.includes('leader')))
    throw new Refused('A programme has at least one leader. Name another first.');
}
