import { idFrom, newId } from '#platform/db/ids.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { type Persona, staff } from '#test/world.ts';

const desk: readonly Persona[] = ['administrator', 'head', 'safeguarding-lead'];
/** Who may change whom the teacher expects. */
const mayChange: readonly Persona[] = ['teacher', ...desk];
/** At an address without a name in it the head of another school finds their own. */
const elsewhere: readonly Persona[] = ['other-head'];

/** Whom the teacher expects today: one to come, one who is here, one who was called off; and a name the desk asks about. */
export const visits: SeedVisits = async ({ db, school, people, at, canary }) => {
  const expect = async (more: { arrived_at?: Date; left_at?: Date; ended_at?: Date } = {}) => {
    const id = newId(at);
    await db
      .insertInto('visitor')
      .values({
        owner_id: school.id,
        id,
        on_date: '2026-11-18',
        name: canary('administration', staff),
        sort_name: id,
        organisation: '',
        purpose: canary('administration', staff),
        place: '',
        kind: 'visitor',
        host_id: people.teacher.personId,
        written_by: people.teacher.personId,
        version: 1,
        created_at: at,
        ...more,
      })
      .execute();
    return `/visitors/${id}`;
  };
  const [coming, here, gone, off] = [
    await expect(),
    await expect({ arrived_at: at }),
    await expect({ arrived_at: at, left_at: at }),
    await expect({ ended_at: at }),
  ];
  const caution = idFrom('a caution of the visits');
  await db
    .insertInto('visitor_caution')
    .values({
      owner_id: school.id,
      id: caution,
      name: canary('administration', desk),
      sort_name: 'somebody',
      words: canary('administration', desk),
      written_by: people.head.personId,
      created_at: at,
    })
    .execute();
  const who = { name: 'Idwal Hughes', kind: 'visitor', host: people.teacher.personId, day: '2026-11-18' };
  const cautions = '/visitors/settings/cautions';
  return {
    'GET /visitors': { path: '/visitors', seenBy: staff, openTo: elsewhere },
    'GET /visitors/new': { path: '/visitors/new', seenBy: staff, openTo: elsewhere },
    'POST /visitors/new': { path: '/visitors/new', fields: who, by: staff },
    'GET /visitors/here': { path: '/visitors/here', seenBy: staff, openTo: elsewhere },
    'GET /visitors/settings': { path: '/visitors/settings', seenBy: desk, openTo: elsewhere },
    'POST /visitors/settings': {
      path: '/visitors/settings',
      fields: { keep_days: 90, version: 0 },
      by: desk,
    },
    'POST /visitors/settings/cautions': { path: cautions, fields: { name: 'A', words: 'B' }, by: desk },
    'POST /visitors/settings/cautions/:caution/end': {
      path: `${cautions}/${caution}/end`,
      fields: {},
      by: desk,
    },
    'POST /visitors/settings/cautions/:caution/restore': {
      path: `${cautions}/${caution}/restore`,
      fields: {},
      by: desk,
    },
    'GET /visitors/:visitor': { path: coming, seenBy: staff },
    'GET /visitors/:visitor/badge': { path: `${coming}/badge`, seenBy: desk },
    'POST /visitors/:visitor/change': {
      path: `${coming}/change`,
      fields: { ...who, version: 1 },
      by: mayChange,
    },
    'POST /visitors/:visitor/end': { path: `${coming}/end`, fields: {}, by: mayChange },
    'POST /visitors/:visitor/restore': { path: `${off}/restore`, fields: {}, by: mayChange },
    'POST /visitors/:visitor/arrive': { path: `${coming}/arrive`, fields: {}, by: desk },
    'POST /visitors/:visitor/not-arrived': { path: `${here}/not-arrived`, fields: {}, by: desk },
    'POST /visitors/:visitor/leave': { path: `${here}/leave`, fields: {}, by: desk },
    'POST /visitors/:visitor/not-left': { path: `${gone}/not-left`, fields: {}, by: desk },
    'POST /visitors/:visitor/check': { path: `${coming}/check`, fields: { seen: 'seen' }, by: desk },
  };
};
