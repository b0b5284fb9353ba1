import { insertConsent } from '#features/consents/index.ts';
import { insertFamilyLink, insertMemberships, insertUnits } from '#features/people/index.ts';
import { newId } from '#platform/db/ids.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { type Persona, signedIn } from '#test/world.ts';

const keepers: Persona[] = ['administrator', 'head'];
const whole: Persona[] = [...keepers, 'senior-leader', 'safeguarding-lead'];
/** Those who read of the class: its teacher and assistant too. */
const ofTheClass: Persona[] = [...whole, 'teacher', 'partner'];
/** At an address without a name in it the head of another school finds their own. */
const elsewhere: Persona[] = ['other-head'];

export const visits: SeedVisits = async ({ db, school, people, at, canary }) => {
  const [unit] = await insertUnits(db, school.id, [{ kind: 'class', name: 'Class 4C' }], at);
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
  const answer = (purpose: string, answered: 'given' | 'refused') =>
    insertConsent(
      db,
      school.id,
      {
        personId: people.pupil.personId,
        purpose,
        answer: answered,
        givenBy: canary('administration', ofTheClass),
        how: 'paper',
        givenOn: '2026-09-07',
        until: '2027-07-23',
      },
      people.administrator.personId,
      at,
    );
  const batch = await answer('recording-learning', 'given');
  await answer('recording-exemplar', 'refused');
  const idOf = async (purpose: string) =>
    (
      await db
        .selectFrom('consent')
        .select('id')
        .where('owner_id', '=', school.id)
        .where('person_id', '=', people.pupil.personId)
        .where('purpose', '=', purpose)
        .executeTakeFirstOrThrow()
    ).id;
  await insertFamilyLink(
    db,
    school.id,
    { adultId: people.parent.personId, pupilId: people.pupil.personId, relationship: null },
    at,
  );
  // One that the parent took back themselves.
  await answer('recording-partners', 'given');
  const takenBack = await idOf('recording-partners');
  await db
    .updateTable('consent')
    .set({ withdrawn_at: at, withdrawn_by: people.parent.personId, withdrawn_word: 'Parent' })
    .where('owner_id', '=', school.id)
    .where('id', '=', takenBack)
    .execute();
  const round = newId(at);
  const row = {
    owner_id: school.id,
    id: round,
    purposes: ['pictures-published'],
    asked_by: people.administrator.personId,
  };
  const days = { answer_by: '2026-12-02', until: '2027-07-23', created_at: at };
  await db
    .insertInto('consent_round')
    .values([
      { ...row, ...days },
      { ...row, ...days, id: newId(at), ended_at: at },
    ])
    .execute();
  const asking = '/school/consents/asking';

  const pupil = `/school/consents/pupils/${people.pupil.personId}`;
  const consent = `${pupil}/${await idOf('recording-learning')}`;
  const ofClass = `/school/consents/classes/${unit}/recording-learning`;
  const said = { given_by: 'Lowri Roberts, mother', how: 'paper', on: '2026-11-16', until: '2027-07-23' };
  const open = { seenBy: keepers, openTo: elsewhere };
  return {
    'GET /school/consents': [
      { path: '/school/consents', seenBy: ofTheClass, openTo: elsewhere },
      {
        path: `/school/consents?unit=${unit}&purpose=recording-learning`,
        seenBy: ofTheClass,
        openTo: elsewhere,
      },
      { path: '/school/consents?answer=soon&q=nobody', seenBy: ofTheClass, openTo: elsewhere },
    ],
    'GET /school/consents/register.csv': {
      path: '/school/consents/register.csv',
      seenBy: whole,
      openTo: elsewhere,
    },
    'GET /school/consents/letter': {
      path: '/school/consents/letter',
      seenBy: ['administrator', 'teacher'],
      openTo: [
        'partner',
        'facilitator',
        'cpd-leader',
        'colleague',
        'manager',
        'head',
        'senior-leader',
        'co-ordinator',
        'safeguarding-lead',
        'governor',
        'other-head',
      ],
    },
    'GET /school/consents/asking': { path: asking, ...open },
    'GET /school/consents/asking/letters': { path: `${asking}/letters`, ...open },
    'POST /school/consents/asking': {
      path: asking,
      fields: { purposes: ['recording-learning'], answer_by: '2026-12-02', until: '2027-07-23' },
      by: [...keepers, ...elsewhere],
    },
    'POST /school/consents/asking/:round/end': { path: `${asking}/${round}/end`, fields: {}, by: keepers },
    'POST /school/consents/asking/:round/restore': {
      path: `${asking}/${round}/restore`,
      fields: {},
      by: keepers,
    },
    'GET /consents': { path: '/consents', seenBy: ['parent'], openTo: signedIn },
    'POST /consents/:pupil': {
      path: `/consents/${people.pupil.personId}`,
      fields: { 'answer-pictures-published': 'given' },
      by: ['parent'],
    },
    'POST /consents/:pupil/:consent/take-back': {
      path: `/consents/${people.pupil.personId}/${await idOf('recording-learning')}/take-back`,
      fields: {},
      by: ['parent'],
    },
    'POST /consents/:pupil/:consent/take-back/undo': {
      path: `/consents/${people.pupil.personId}/${takenBack}/take-back/undo`,
      fields: {},
      by: ['parent'],
    },
    'GET /school/consents/import': { path: '/school/consents/import', ...open },
    'POST /school/consents/import': {
      path: '/school/consents/import',
      fields: {},
      by: [...keepers, ...elsewhere],
    },
    'POST /school/consents/import/apply': {
      path: '/school/consents/import/apply',
      fields: {
        answers: JSON.stringify([
          {
            personId: people.pupil.personId,
            purpose: 'pictures-published',
            answer: 'given',
            givenBy: 'Lowri Roberts, mother',
            how: 'paper',
            givenOn: '2026-11-16',
            until: '2027-07-23',
            before: '',
          },
        ]),
      },
      by: keepers,
    },
    'GET /school/consents/classes/:unit/:purpose': [{ path: ofClass, seenBy: keepers }],
    'POST /school/consents/classes/:unit/:purpose': {
      path: ofClass,
      fields: { ...said, [`answer-${people.pupil.personId}`]: 'given' },
      by: keepers,
    },
    'POST /school/consents/recorded/:batch/undo': {
      path: `/school/consents/recorded/${batch}/undo`,
      fields: {},
      by: keepers,
    },
    'GET /school/consents/pupils/:person': [{ path: pupil, seenBy: ofTheClass }],
    'POST /school/consents/pupils/:person': {
      path: pupil,
      fields: { ...said, purpose: 'pictures-published', answer: 'given' },
      by: keepers,
    },
    'POST /school/consents/pupils/:person/:consent/withdraw': {
      path: `${consent}/withdraw`,
      fields: { said_by: 'Lowri Roberts, mother' },
      by: ofTheClass,
    },
    'POST /school/consents/pupils/:person/:consent/restore': {
      path: `${consent}/restore`,
      fields: {},
      by: ofTheClass,
    },
  };
};
