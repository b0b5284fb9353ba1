import { insertConcern } from '#features/concerns/index.ts';
import { newId } from '#platform/db/ids.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { type Persona, staff } from '#test/world.ts';

/** Those whom a school names unless it says otherwise. */
const named: Persona[] = ['safeguarding-lead', 'head'];
const withWriter: Persona[] = [...named, 'teacher'];

/** What the teacher wrote about the pupil, and what the lead did, which the teacher does not read. */
export const visits: SeedVisits = async ({ db, school, people, at, canary }) => {
  const write = (more: { pupilId: string | null; about: string }) =>
    insertConcern(
      db,
      school.id,
      {
        authorId: people.teacher.personId,
        saw: canary('safeguarding', withWriter),
        said: canary('safeguarding', withWriter),
        place: canary('safeguarding', withWriter),
        happenedOn: '2026-11-18',
        happenedAt: '16:10',
        danger: false,
        toldWhom: '',
        ...more,
      },
      { now: at, today: '2026-11-18', zone: 'Europe/London' },
    );
  const { id } = await write({ pupilId: people.pupil.personId, about: people.pupil.name });
  const unnamed = await write({ pupilId: null, about: canary('safeguarding', withWriter) });
  const closed = await write({ pupilId: people.pupil.personId, about: people.pupil.name });
  await db
    .updateTable('concern')
    .set({ closed_at: at })
    .where('owner_id', '=', school.id)
    .where('id', '=', closed.id)
    .execute();
  const entry = (kind: 'referral' | 'more', words: string, writtenBy: string) =>
    db
      .insertInto('concern_entry')
      .values({
        owner_id: school.id,
        id: newId(at),
        concern_id: id,
        kind,
        text: words,
        whom: '',
        on_date: '2026-11-18',
        written_by: writtenBy,
        created_at: at,
      })
      .execute();
  await entry('referral', canary('safeguarding', named), people['safeguarding-lead'].personId);
  await entry('more', canary('safeguarding', withWriter), people.teacher.personId);
  await db
    .insertInto('concern_print')
    .values({
      owner_id: school.id,
      id: newId(at),
      pupil_id: people.pupil.personId,
      printed_by: people.head.personId,
      reason: canary('safeguarding', named),
      printed_at: at,
    })
    .execute();
  const here = `/concerns/${id}`;
  const child = `/concerns/children/${people.pupil.personId}`;
  const words = { text: 'Rang home' };
  return {
    'GET /concerns': [
      { path: '/concerns', seenBy: staff, openTo: ['other-head'] },
      { path: '/concerns?show=all', seenBy: staff, openTo: ['other-head'] },
    ],
    'GET /concerns/new': [
      { path: '/concerns/new', seenBy: staff, openTo: ['other-head'] },
      { path: `/concerns/new?about=${people.pupil.personId}`, seenBy: staff, openTo: ['other-head'] },
    ],
    'POST /concerns': {
      path: '/concerns',
      fields: { about: 'A boy in Year 5', saw: 'A bruise', on: '2026-11-18', danger: 'no' },
      by: [...staff, 'other-head'],
    },
    'GET /concerns/settings': { path: '/concerns/settings', seenBy: named, openTo: ['other-head'] },
    'POST /concerns/settings': {
      path: '/concerns/settings',
      fields: { roles: ['head'], hours: 3, opens_at: '08:30', closes_at: '16:00', version: 0 },
      by: [...named, 'other-head'],
    },
    'GET /concerns/children/:pupil': { path: child, seenBy: named },
    'POST /concerns/children/:pupil/print': {
      path: `${child}/print`,
      fields: { reason: 'Conference' },
      by: named,
    },
    'GET /concerns/:concern': { path: here, seenBy: withWriter },
    'POST /concerns/:concern/seen': { path: `${here}/seen`, fields: {}, by: named },
    'POST /concerns/:concern/more': { path: `${here}/more`, fields: words, by: withWriter },
    'POST /concerns/:concern/entries': {
      path: `${here}/entries`,
      fields: { ...words, kind: 'action', on: '2026-11-18' },
      by: named,
    },
    'POST /concerns/:concern/child': {
      path: `/concerns/${unnamed.id}/child`,
      fields: { name: people.pupil.name },
      // Whoever wrote it may, until somebody has looked.
      by: ['teacher', ...named],
    },
    'POST /concerns/:concern/link': {
      path: `${here}/link`,
      fields: { ...words, other: unnamed.id },
      by: named,
    },
    'POST /concerns/:concern/close': { path: `${here}/close`, fields: words, by: named },
    'POST /concerns/:concern/reopen': { path: `/concerns/${closed.id}/reopen`, fields: words, by: named },
  };
};
