import { insertItem, principals } from '#platform/access/items.ts';
import { newId } from '#platform/db/ids.ts';
import { planPolicy } from '#features/induction/plan.policy.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { type Persona, staff } from '#test/world.ts';

/** The teacher is new; her partner is the tutor, and a colleague was named to read. */
export const visits: SeedVisits = async (world) => {
  const { db, at, school, people } = world;
  const [teacher, partner] = [people.teacher.personId, people.partner.personId];
  const writers = ['teacher', 'partner'] as const;
  const leads = ['cpd-leader', 'head', 'senior-leader', 'co-ordinator'] as const;
  const readers: readonly Persona[] = [...writers, 'colleague', ...leads];
  const words = world.canary('induction', readers);
  const id = await insertItem(
    db,
    {
      ownerId: school.id,
      policy: planPolicy,
      authorId: teacher,
      grants: [
        { principal: principals.person(partner), ability: 'edit' },
        { principal: principals.person(people.colleague.personId), ability: 'read' },
      ],
    },
    at,
  );
  const ours = { owner_id: school.id, plan_id: id };
  await db
    .insertInto('induction_plan')
    .values({
      owner_id: school.id,
      id,
      person_id: teacher,
      tutor_id: partner,
      new_in: words,
      starts_on: '2026-09-01',
      ends_on: '2027-07-23',
      made_by: people['cpd-leader'].personId,
      made_at: at,
      version: 1,
    })
    .execute();
  await db
    .insertInto('induction_line')
    .values({
      ...ours,
      id: newId(at),
      principle: 'conditions',
      part: 'school',
      words,
      by_on: '2026-12-04',
      version: 1,
      updated_at: at,
    })
    .execute();
  const evidence = newId(at);
  await db
    .insertInto('induction_evidence')
    .values({
      ...ours,
      id: evidence,
      principle: 'conditions',
      words,
      link: 'https://school.example/timetable',
      on_date: '2026-10-01',
      added_by: teacher,
      added_at: at,
    })
    .execute();
  const review = newId(at);
  await db
    .insertInto('induction_review')
    .values({
      ...ours,
      id: review,
      on_date: '2026-11-18',
      added_by: partner,
      changed_at: at,
      next_words: '',
    })
    .execute();

  const here = `/induction/${id}`;
  const principle = `${here}/principles/conditions`;
  const about = {
    tutor: people.facilitator.personId,
    new_in: 'Year 4 teacher',
    starts_on: '2026-09-01',
    ends_on: '2027-07-23',
  };
  const log = { most: 5, why: 'the opening of somebody else’s plan is written to their log' };
  const step = (what: string, by: readonly Persona[]) => ({ path: `${here}/${what}`, fields: {}, by });
  return {
    'GET /induction': { path: '/induction', seenBy: readers, openTo: staff },
    'GET /induction/new': [
      { path: '/induction/new', seenBy: leads },
      {
        path: `/induction/new?from=${id}`,
        seenBy: leads,
        queries: { most: 6, why: `a plan is copied; ${log.why}` },
      },
    ],
    'POST /induction/new': {
      path: '/induction/new',
      fields: { ...about, person: people.governor.personId, from: id },
      by: leads,
    },
    'GET /induction/school': { path: '/induction/school', seenBy: leads },
    'GET /induction/school/:principle': {
      path: '/induction/school/conditions',
      seenBy: leads,
      openTo: ['other-head'],
    },
    'POST /induction/school/:principle': {
      path: '/induction/school/conditions',
      fields: { words: 'A day a week without a class', version: 0 },
      by: [...leads, 'other-head'],
    },
    'GET /induction/:plan': { path: here, seenBy: readers, queries: log },
    'GET /induction/:plan/edit': { path: `${here}/edit`, seenBy: leads, queries: log },
    'POST /induction/:plan/edit': { path: `${here}/edit`, fields: { ...about, version: 1 }, by: leads },
    'POST /induction/:plan/end': step('end', leads),
    'POST /induction/:plan/bring-back': step('bring-back', leads),
    'GET /induction/:plan/people': { path: `${here}/people`, seenBy: leads, queries: log },
    'POST /induction/:plan/people': {
      path: `${here}/people`,
      fields: { person: people.manager.personId, may: 'read' },
      by: leads,
    },
    'POST /induction/:plan/people/:person/remove': step(`people/${people.colleague.personId}/remove`, leads),
    'GET /induction/:plan/reviews': { path: `${here}/reviews`, seenBy: readers, queries: log },
    'POST /induction/:plan/reviews': {
      path: `${here}/reviews`,
      fields: { on_date: '2026-12-01' },
      by: writers,
    },
    'POST /induction/:plan/reviews/:review/held': {
      path: `${here}/reviews/${review}/held`,
      fields: { next_words: '' },
      by: writers,
    },
    'POST /induction/:plan/reviews/:review/call-off': step(`reviews/${review}/call-off`, writers),
    'POST /induction/:plan/reviews/:review/put-back': step(`reviews/${review}/put-back`, writers),
    'GET /induction/:plan/principles/:principle': { path: principle, seenBy: readers, queries: log },
    'POST /induction/:plan/principles/:principle/evidence': {
      path: `${principle}/evidence`,
      fields: { words: 'The timetable', link: '', on_date: '2026-11-18' },
      by: writers,
    },
    'POST /induction/:plan/evidence/:evidence/end': step(`evidence/${evidence}/end`, writers),
    'POST /induction/:plan/evidence/:evidence/bring-back': step(`evidence/${evidence}/bring-back`, writers),
    'POST /induction/:plan/principles/:principle/:part': {
      path: `${principle}/school`,
      fields: { words: 'Fewer classes', by_on: '', version: 1 },
      by: writers,
    },
  };
};
