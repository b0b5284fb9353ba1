import { insertItem, principals } from '#platform/access/items.ts';
import { formalPolicy } from '#features/appraisal/formal/formal-observation.policy.ts';
import { targetPolicy } from '#features/appraisal/targets/target.policy.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { type SignedIn, staff } from '#test/world.ts';

/** The teacher has written a target; the head and the line manager have proposed formal observations of her. */
export const visits: SeedVisits = async (world) => {
  const { db, at, school, people } = world;
  const teacher = people.teacher.personId;
  const two = ['teacher', 'manager'] as const;
  const words = world.canary('appraisal', two);
  const target = async () => {
    const id = await insertItem(db, { ownerId: school.id, policy: targetPolicy, authorId: teacher }, at);
    await db
      .insertInto('appraisal_target')
      .values({
        owner_id: school.id,
        id,
        person_id: teacher,
        year: '2026/27',
        wording: words,
        looks_like: words,
        version: 1,
        written_at: at,
      })
      .execute();
    return id;
  };
  const at1 = `/appraisal/targets/${await target()}`;
  const formal = async (by: SignedIn, more: { confirmed_at?: Date; done_at?: Date } = {}) => {
    const id = await insertItem(
      db,
      {
        ownerId: school.id,
        policy: formalPolicy,
        authorId: teacher,
        grants: [{ principal: principals.person(people[by].personId), ability: 'edit' }],
      },
      at,
    );
    await db
      .insertInto('formal_observation')
      .values({
        owner_id: school.id,
        id,
        person_id: teacher,
        observer_id: people[by].personId,
        on_date: '2026-11-18',
        starts_at: '09:15',
        minutes: 40,
        place: 'Room 4',
        focus: world.canary('appraisal', ['teacher', 'manager', by]),
        version: 1,
        arranged_by: people[by].personId,
        arranged_at: at,
        changed_at: at,
        ...more,
      })
      .execute();
    return `/appraisal/observations/${id}`;
  };
  const asked = await formal('head');
  const byManager = await formal('manager');
  const agreed = await formal('head', { confirmed_at: at });
  const done = await formal('head', { confirmed_at: at, done_at: at });
  const observed = ['teacher', 'head'] as const;
  const step = (address: string, what: string, by: readonly SignedIn[]) => ({
    path: `${address}/${what}`,
    fields: {},
    by,
  });
  const fields = { year: '2026/27', wording: 'Talk before writing', looks_like: '' };
  const when = { on_date: '2026-11-25', starts_at: '', minutes: 40, place: '', focus: '' };
  const log = { most: 5, why: 'the opening of somebody else’s target is written to their log' };
  return {
    'GET /appraisal': { path: '/appraisal', seenBy: ['teacher', 'head'], openTo: staff },
    'GET /appraisal/people': { path: '/appraisal/people', seenBy: ['manager'], openTo: staff },
    'GET /appraisal/settings': { path: '/appraisal/settings', seenBy: ['head'] },
    'POST /appraisal/settings': {
      path: '/appraisal/settings',
      fields: { coaching_first: 'yes', version: 0 },
      by: ['head', 'other-head'],
    },
    'GET /appraisal/targets/new': { path: '/appraisal/targets/new', seenBy: ['teacher'], openTo: staff },
    'POST /appraisal/targets/new': { path: '/appraisal/targets/new', fields, by: staff },
    'GET /appraisal/targets/:target': { path: at1, seenBy: two, queries: log },
    'GET /appraisal/targets/:target/edit': { path: `${at1}/edit`, seenBy: ['teacher'] },
    'POST /appraisal/targets/:target/edit': {
      path: `${at1}/edit`,
      fields: { ...fields, version: 1 },
      by: ['teacher'],
    },
    'POST /appraisal/targets/:target/agree': { path: `${at1}/agree`, fields: { version: 1 }, by: two },
    'POST /appraisal/targets/:target/not-agreed': step(at1, 'not-agreed', two),
    'POST /appraisal/targets/:target/end': step(at1, 'end', ['teacher']),
    'POST /appraisal/targets/:target/bring-back': step(at1, 'bring-back', ['teacher']),
    'GET /appraisal/observations/new': {
      path: '/appraisal/observations/new',
      seenBy: ['head', 'manager'],
    },
    'POST /appraisal/observations/new': {
      path: '/appraisal/observations/new',
      fields: { ...when, person: teacher },
      by: ['head', 'manager'],
    },
    'GET /appraisal/observations/:observation': [
      { path: asked, seenBy: ['teacher', 'head', 'manager'] },
      { path: byManager, seenBy: two },
      { path: agreed, seenBy: ['head', 'teacher', 'manager'] },
    ],
    'GET /appraisal/observations/:observation/arrange': { path: `${agreed}/arrange`, seenBy: observed },
    'POST /appraisal/observations/:observation/arrange': {
      path: `${agreed}/arrange`,
      fields: { ...when, version: 1 },
      by: observed,
    },
    'POST /appraisal/observations/:observation/confirm': step(asked, 'confirm', ['teacher']),
    'POST /appraisal/observations/:observation/go-ahead': step(asked, 'go-ahead', ['teacher']),
    'POST /appraisal/observations/:observation/call-off': step(agreed, 'call-off', observed),
    'POST /appraisal/observations/:observation/put-back': step(agreed, 'put-back', observed),
    'POST /appraisal/observations/:observation/done': step(agreed, 'done', observed),
    'POST /appraisal/observations/:observation/not-done': step(done, 'not-done', observed),
  };
};
