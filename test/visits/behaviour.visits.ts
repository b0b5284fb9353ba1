import { keepText } from '#platform/audit/text-versions.ts';
import { newId } from '#platform/db/ids.ts';
import { insertCategories } from '#features/behaviour/settings/category.queries.ts';
import { insertReward } from '#features/behaviour/settings/reward.queries.ts';
import { insertEvents } from '#features/behaviour/noting/event.queries.ts';
import { insertFamilyLink, insertMemberships, insertUnits } from '#features/people/index.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { type Persona, staff } from '#test/world.ts';

const keepers: Persona[] = ['administrator', 'head', 'senior-leader'];
const whole: Persona[] = ['head', 'senior-leader', 'safeguarding-lead'];
/** Those who read of the pupil: the class's teacher and assistant too. */
const readers: Persona[] = [...whole, 'teacher', 'partner'];
const theirs: Persona[] = ['pupil', 'parent'];
/** At an address without a name in it the head of another school finds their own. */
const elsewhere: Persona[] = ['other-head'];

/** The pupil in a class of the teacher, with a mother who is told; the facilitator is with the pupil once. */
export const visits: SeedVisits = async ({ db, school, people, at, canary }) => {
  const [unit] = await insertUnits(db, school.id, [{ kind: 'class', name: 'Class 4B' }], at);
  await insertMemberships(
    db,
    school.id,
    [
      { unitId: unit!, personId: people.teacher.personId, part: 'teacher' },
      { unitId: unit!, personId: people.partner.personId, part: 'assistant' },
      { unitId: unit!, personId: people.pupil.personId, part: 'pupil' },
    ],
    at,
  );
  const linked = await db
    .selectFrom('family_relation')
    .select('id')
    .where('owner_id', '=', school.id)
    .where('adult_id', '=', people.parent.personId)
    .where('pupil_id', '=', people.pupil.personId)
    .executeTakeFirst();
  if (!linked)
    await insertFamilyLink(
      db,
      school.id,
      { adultId: people.parent.personId, pupilId: people.pupil.personId, relationship: null },
      at,
    );
  const plain = { about: '', sign: '' };
  const [kind, unkind, old] = await insertCategories(
    db,
    school.id,
    [
      { tone: 'positive', name: 'Kind to somebody', points: 2, ...plain },
      { tone: 'negative', name: 'Unkind words', points: null, ...plain },
      { tone: 'negative', name: 'Running', points: null, ...plain },
    ],
    at,
  );
  const batchId = newId(at);
  const event = async (
    tone: 'positive' | 'negative',
    seen: 'shown' | 'kept',
    seenBy: Persona[],
    batch = newId(at),
  ) => {
    const [id] = await insertEvents(
      db,
      school.id,
      [
        {
          pupilId: people.pupil.personId,
          categoryId: tone === 'positive' ? kind! : unkind!,
          tone,
          points: tone === 'positive' ? 2 : null,
          on: '2026-11-17',
          at: '10:40',
          place: 'lesson',
          unitId: unit!,
          words: canary('administration', seenBy),
          seen,
        },
      ],
      { writtenBy: people.teacher.personId, batchId: batch, now: at },
    );
    return id!;
  };
  const good = await event('positive', 'shown', [...readers, ...theirs], batchId);
  const bad = await event('negative', 'kept', readers);
  // One was decided about, one was taken back at one go: both can be taken back.
  const decided = await event('negative', 'kept', readers);
  await db
    .updateTable('behaviour_event')
    .set({ version: 2 })
    .where('owner_id', '=', school.id)
    .where('id', '=', decided)
    .execute();
  const { words: said } = await db
    .selectFrom('behaviour_event')
    .select('words')
    .where('owner_id', '=', school.id)
    .where('id', '=', decided)
    .executeTakeFirstOrThrow();
  const kept = { category: 'Unkind words', when: '', words: said, seen: 'waiting', ended: false };
  await keepText(db, { ownerId: school.id, id: decided }, 1, kept, people.teacher.personId, at);
  const takenBack = newId(at);
  const slip = await event('negative', 'kept', readers, takenBack);
  await db
    .updateTable('behaviour_event')
    .set({ ended_at: at })
    .where('owner_id', '=', school.id)
    .where('id', '=', slip)
    .execute();
  await db
    .insertInto('behaviour_reply')
    .values({
      owner_id: school.id,
      id: newId(at),
      event_id: good,
      written_by: people.pupil.personId,
      words: canary('administration', [...readers, 'pupil']),
      version: 1,
      created_at: at,
      changed_at: at,
    })
    .execute();
  const noteId = newId(at);
  await db
    .insertInto('behaviour_help_note')
    .values(
      [noteId, newId(at)].map((id, nth) => ({
        owner_id: school.id,
        id,
        pupil_id: people.pupil.personId,
        words: canary('administration', nth === 0 ? readers : [...readers, ...theirs]),
        shared: nth === 1,
        written_by: people.teacher.personId,
        version: 1,
        created_at: at,
        changed_at: at,
      })),
    )
    .execute();
  const reward = { words: 'Well done.', counts: 'events', needed: 1, span: 'term' } as const;
  const rewardId = await insertReward(db, school.id, { name: 'Bronze certificate', ...reward }, at);
  const givenReward = await insertReward(db, school.id, { name: 'Silver certificate', ...reward }, at);
  const givenId = newId(at);
  await db
    .insertInto('behaviour_reward_given')
    .values({
      owner_id: school.id,
      id: givenId,
      reward_id: givenReward,
      pupil_id: people.pupil.personId,
      since: '2026-09-01',
      name: 'Silver certificate',
      words: canary('administration', [...readers, ...theirs]),
      given_by: people.teacher.personId,
      given_on: '2026-11-17',
      created_at: at,
    })
    .execute();
  const [followUp, happened] = [newId(at), newId(at)];
  await db
    .insertInto('behaviour_follow_up')
    .values(
      [followUp, happened].map((id) => ({
        owner_id: school.id,
        id,
        pupil_id: people.pupil.personId,
        kind: 'repair',
        about: [bad],
        words: canary('administration', [...readers, ...theirs, 'facilitator']),
        on_date: '2026-11-18',
        starts_at: '12:30',
        minutes: 20,
        place: 'Library',
        supervisor_id: people.facilitator.personId,
        told_how: '',
        state: id === happened ? 'happened' : 'planned',
        outcome: '',
        put_right: false,
        planned_by: people.teacher.personId,
        version: 1,
        created_at: at,
      })),
    )
    .execute();

  const pupil = people.pupil.personId;
  const ofPupil = `/behaviour/pupils/${pupil}`;
  const ofClass = `/behaviour/classes/${unit}`;
  const about = `/behaviour/about/${pupil}`;
  const noted = {
    tone: 'positive',
    pupils: pupil,
    category: kind!,
    words: 'You waited.',
    on: '2026-11-18',
    at: '11:00',
    place: 'lesson',
    seen: 'shown',
  };
  const plan = {
    kind: 'talk',
    words: 'How to begin again.',
    on: '2026-11-19',
    at: '12:30',
    minutes: '15',
    place: 'Library',
    supervisor: people.facilitator.personId,
    told_how: 'phone',
  };
  const keep = { seenBy: keepers, openTo: elsewhere };
  const rewardSent = { name: 'Oak', words: 'Well done.', needed: '9', counts: 'events', span: 'year' };
  const withIt: Persona[] = [...readers, 'facilitator'];
  return {
    'GET /behaviour': [
      { path: '/behaviour', seenBy: staff, openTo: elsewhere },
      { path: '/behaviour?q=cai', seenBy: staff, openTo: elsewhere },
    ],
    'GET /behaviour/classes/:unit': [
      { path: ofClass, seenBy: staff },
      { path: `${ofClass}?tone=negative`, seenBy: staff },
    ],
    'POST /behaviour/classes/:unit': { path: ofClass, fields: noted, by: staff },
    'POST /behaviour/noted/:batch/undo': {
      path: `/behaviour/noted/${batchId}/undo`,
      fields: {},
      by: ['teacher'],
    },
    'POST /behaviour/noted/:batch/redo/:moment': {
      path: `/behaviour/noted/${takenBack}/redo/${at.getTime()}`,
      fields: {},
      by: ['teacher'],
    },
    'GET /behaviour/events/:event': [
      { path: `/behaviour/events/${good}`, seenBy: readers },
      { path: `/behaviour/events/${bad}`, seenBy: readers },
    ],
    'GET /behaviour/events/:event/change': {
      path: `/behaviour/events/${good}/change`,
      seenBy: [...whole, 'teacher'],
    },
    'POST /behaviour/events/:event/change': {
      path: `/behaviour/events/${good}/change`,
      fields: {
        category: kind!,
        words: 'You waited for another.',
        on: '2026-11-17',
        at: '',
        place: 'break',
        seen: 'shown',
        version: 1,
      },
      by: [...whole, 'teacher'],
    },
    'POST /behaviour/events/:event/end': {
      path: `/behaviour/events/${bad}/end`,
      fields: { version: 1 },
      by: [...whole, 'teacher'],
    },
    'POST /behaviour/events/:event/restore': {
      path: `/behaviour/events/${bad}/restore`,
      fields: { version: 1 },
      by: [...whole, 'teacher'],
    },
    'POST /behaviour/events/:event/show': {
      path: `/behaviour/events/${good}/show`,
      fields: { version: 1 },
      by: readers,
    },
    'POST /behaviour/events/:event/keep': {
      path: `/behaviour/events/${bad}/keep`,
      fields: { version: 1 },
      by: readers,
    },
    'POST /behaviour/events/:event/undo/:version': {
      path: `/behaviour/events/${decided}/undo/2`,
      fields: {},
      by: readers,
    },
    'GET /behaviour/pupils/:pupil': { path: ofPupil, seenBy: readers },
    'GET /behaviour/pupils/:pupil/note': { path: `${ofPupil}/note`, seenBy: staff },
    'POST /behaviour/pupils/:pupil/note': {
      path: `${ofPupil}/note`,
      fields: { ...noted, place: 'between' },
      by: staff,
    },
    'GET /behaviour/pupils/:pupil/record': { path: `${ofPupil}/record`, seenBy: readers },
    'POST /behaviour/pupils/:pupil/help-notes': {
      path: `${ofPupil}/help-notes`,
      fields: { words: 'A minute to think.' },
      by: readers,
    },
    'POST /behaviour/pupils/:pupil/help-notes/:note': {
      path: `${ofPupil}/help-notes/${noteId}`,
      fields: { words: 'Two minutes to think.', version: 1 },
      by: [...whole, 'teacher'],
    },
    'POST /behaviour/pupils/:pupil/help-notes/:note/end': {
      path: `${ofPupil}/help-notes/${noteId}/end`,
      fields: {},
      by: [...whole, 'teacher'],
    },
    'POST /behaviour/pupils/:pupil/help-notes/:note/restore': {
      path: `${ofPupil}/help-notes/${noteId}/restore`,
      fields: {},
      by: [...whole, 'teacher'],
    },
    'GET /behaviour/pupils/:pupil/follow-ups/new': {
      path: `${ofPupil}/follow-ups/new?about=${bad}`,
      seenBy: readers,
    },
    'POST /behaviour/pupils/:pupil/follow-ups': {
      path: `${ofPupil}/follow-ups`,
      fields: { ...plan, about: bad },
      by: readers,
    },
    'GET /behaviour/rewards': {
      path: '/behaviour/rewards',
      seenBy: readers,
      openTo: [...staff, ...elsewhere],
    },
    'POST /behaviour/rewards/:reward/pupils/:pupil/give': {
      path: `/behaviour/rewards/${rewardId}/pupils/${pupil}/give`,
      fields: {},
      by: readers,
    },
    'GET /behaviour/certificates/:given': {
      path: `/behaviour/certificates/${givenId}`,
      seenBy: [...readers, ...theirs],
    },
    'POST /behaviour/certificates/:given/take-back': {
      path: `/behaviour/certificates/${givenId}/take-back`,
      fields: {},
      by: readers,
    },
    'POST /behaviour/certificates/:given/restore': {
      path: `/behaviour/certificates/${givenId}/restore`,
      fields: {},
      by: readers,
    },
    'GET /behaviour/follow-ups': [
      { path: '/behaviour/follow-ups', seenBy: withIt, openTo: [...staff, ...elsewhere] },
      { path: '/behaviour/follow-ups?day=2026-11-19', seenBy: withIt, openTo: [...staff, ...elsewhere] },
    ],
    'GET /behaviour/follow-ups/:followUp': { path: `/behaviour/follow-ups/${followUp}`, seenBy: withIt },
    'POST /behaviour/follow-ups/:followUp/change': {
      path: `/behaviour/follow-ups/${followUp}/change`,
      fields: { ...plan, version: 1 },
      by: readers,
    },
    'POST /behaviour/follow-ups/:followUp/outcome': {
      path: `/behaviour/follow-ups/${followUp}/outcome`,
      fields: { outcome: 'They talked.', version: 1 },
      by: withIt,
    },
    'POST /behaviour/follow-ups/:followUp/not-needed': {
      path: `/behaviour/follow-ups/${followUp}/not-needed`,
      fields: { version: 1 },
      by: readers,
    },
    'POST /behaviour/follow-ups/:followUp/restore': {
      path: `/behaviour/follow-ups/${happened}/restore`,
      fields: { version: 1 },
      by: withIt,
    },
    'POST /behaviour/follow-ups/:followUp/undo/:version': {
      path: `/behaviour/follow-ups/${followUp}/undo/1`,
      fields: {},
      by: readers,
    },
    'GET /behaviour/patterns': [
      { path: '/behaviour/patterns', seenBy: readers, openTo: [...staff, ...elsewhere] },
      {
        path: '/behaviour/patterns?from=2026-09-01&year=4',
        seenBy: readers,
        openTo: [...staff, ...elsewhere],
      },
    ],
    'GET /behaviour/about/:pupil': { path: about, seenBy: theirs },
    'POST /behaviour/about/:pupil/events/:event/reply': {
      path: `${about}/events/${good}/reply`,
      fields: { words: 'I liked helping.', version: 1 },
      by: theirs,
    },
    'POST /behaviour/about/:pupil/events/:event/reply/end': {
      path: `${about}/events/${good}/reply/end`,
      fields: {},
      by: ['pupil'],
    },
    'POST /behaviour/about/:pupil/events/:event/reply/restore': {
      path: `${about}/events/${good}/reply/restore`,
      fields: {},
      by: ['pupil'],
    },
    'GET /school/behaviour': { path: '/school/behaviour', ...keep },
    'POST /school/behaviour/begin': { path: '/school/behaviour/begin', fields: {}, by: elsewhere },
    'POST /school/behaviour/categories': {
      path: '/school/behaviour/categories',
      fields: { tone: 'positive', name: 'Brave', about: '', sign: '', points: '' },
      by: [...keepers, ...elsewhere],
    },
    'GET /school/behaviour/categories/:category': {
      path: `/school/behaviour/categories/${old}`,
      seenBy: keepers,
    },
    'POST /school/behaviour/categories/:category': {
      path: `/school/behaviour/categories/${old}`,
      fields: { name: 'Running inside', about: '', sign: '', points: '', version: 1 },
      by: keepers,
    },
    'POST /school/behaviour/categories/:category/end': {
      path: `/school/behaviour/categories/${old}/end`,
      fields: {},
      by: keepers,
    },
    'POST /school/behaviour/categories/:category/restore': {
      path: `/school/behaviour/categories/${old}/restore`,
      fields: {},
      by: keepers,
    },
    'POST /school/behaviour/rewards': {
      path: '/school/behaviour/rewards',
      fields: rewardSent,
      by: [...keepers, ...elsewhere],
    },
    'GET /school/behaviour/rewards/:reward': {
      path: `/school/behaviour/rewards/${rewardId}`,
      seenBy: keepers,
    },
    'POST /school/behaviour/rewards/:reward': {
      path: `/school/behaviour/rewards/${rewardId}`,
      fields: { ...rewardSent, version: 1 },
      by: keepers,
    },
    'POST /school/behaviour/rewards/:reward/end': {
      path: `/school/behaviour/rewards/${rewardId}/end`,
      fields: {},
      by: keepers,
    },
    'POST /school/behaviour/rewards/:reward/restore': {
      path: `/school/behaviour/rewards/${rewardId}/restore`,
      fields: {},
      by: keepers,
    },
    'POST /school/behaviour/promise': {
      path: '/school/behaviour/promise',
      fields: { promise: 'A day before.', notice_hours: '24', version: 0 },
      by: [...keepers, ...elsewhere],
    },
  };
};
