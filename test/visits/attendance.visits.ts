import { newId } from '#platform/db/ids.ts';
import { insertFamilyLink, insertMemberships, insertUnits } from '#features/people/index.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import type { Persona } from '#test/world.ts';

const office: Persona[] = ['administrator', 'head'];
const whole: Persona[] = [...office, 'senior-leader', 'safeguarding-lead'];
/** Those who read of the pupil: their teacher and assistant too. */
const ofThePupil: Persona[] = [...whole, 'teacher', 'partner'];
/** Those who see what was done to help: the teacher of the class, and not the assistant. */
const hands: Persona[] = ['teacher', 'head', 'senior-leader', 'safeguarding-lead'];
/** At an address without a name in it the head of another school finds their own. */
const elsewhere: Persona[] = ['other-head'];
/** Everybody else of the staff finds pages of their own pupils, with nobody in them. */
const otherStaff: Persona[] = [
  'facilitator',
  'cpd-leader',
  'colleague',
  'manager',
  'co-ordinator',
  'governor',
  ...elsewhere,
];

const wednesday = '2026-11-18';

export const visits: SeedVisits = async ({ db, school, people, at, canary }) => {
  const owner_id = school.id;
  const pupilId = people.pupil.personId;
  const [unit] = await insertUnits(db, school.id, [{ kind: 'class', name: 'Class 3A' }], at);
  await insertMemberships(
    db,
    school.id,
    [
      { unitId: unit!, personId: people.teacher.personId, part: 'teacher' },
      { unitId: unit!, personId: people.partner.personId, part: 'assistant' },
      { unitId: unit!, personId: pupilId, part: 'pupil' },
    ],
    at,
  );
  const isLinked = await db
    .selectFrom('family_relation')
    .select('id')
    .where('owner_id', '=', school.id)
    .where('adult_id', '=', people.parent.personId)
    .where('pupil_id', '=', pupilId)
    .executeTakeFirst();
  if (!isLinked)
    await insertFamilyLink(
      db,
      school.id,
      { adultId: people.parent.personId, pupilId, relationship: null },
      at,
    );
  const codeId = newId(at);
  await db
    .insertInto('attendance_code')
    .values({
      owner_id,
      id: codeId,
      symbol: 'NN',
      name: 'Away, reason not yet known',
      list: 'england-2024',
      national: 'N',
      category: 'unauthorised',
      usual: false,
      position: 99,
      version: 1,
      created_at: at,
    })
    .execute();
  const registerId = newId(at);
  await db
    .insertInto('register')
    .values({
      owner_id,
      id: registerId,
      on_date: wednesday,
      unit_id: unit!,
      slot: 'am',
      session: 'am',
      period_name: 'Morning',
      subject: '',
      taken_by: people.teacher.personId,
      taken_at: at,
      version: 1,
      created_at: at,
    })
    .execute();
  await db
    .insertInto('register_mark')
    .values({
      owner_id,
      register_id: registerId,
      pupil_id: pupilId,
      code_id: codeId,
      note: '',
      marked_by: people.teacher.personId,
      marked_at: at,
      version: 1,
    })
    .execute();
  /** An absence of another day, said by the family online or written down by the office; of a leave, by the family. */
  const absence = async (
    sort: 'ill' | 'leave' | 'something-else',
    said: 'online' | 'phone',
    seenBy: Persona[],
    more: { taken_back_at?: Date; decision?: 'agreed' } = {},
  ) => {
    const id = newId(at);
    await db
      .insertInto('pupil_absence')
      .values({
        owner_id,
        id,
        pupil_id: pupilId,
        from_on: '2026-11-25',
        until_on: '2026-11-25',
        part: 'day',
        sort,
        words: canary('administration', seenBy),
        said_how: said,
        said_by: said === 'online' ? '' : 'Lowri Roberts, mother',
        said_on: wednesday,
        written_by: said === 'online' ? people.parent.personId : people.administrator.personId,
        answer: '',
        version: 1,
        created_at: at,
        ...more,
      })
      .execute();
    return id;
  };
  const byFamily = [...ofThePupil, 'parent' as const];
  const online = await absence('something-else', 'online', byFamily);
  const onlineBack = await absence('ill', 'online', byFamily, { taken_back_at: at });
  const written = await absence('ill', 'phone', ofThePupil);
  const writtenBack = await absence('ill', 'phone', ofThePupil, { taken_back_at: at });
  const settled = await absence('ill', 'phone', ofThePupil, { decision: 'agreed' });
  const note = async (ended: boolean) => {
    const id = newId(at);
    await db
      .insertInto('attendance_note')
      .values({
        owner_id,
        id,
        pupil_id: pupilId,
        words: canary('administration', hands),
        outcome: '',
        written_by: people.teacher.personId,
        changed_by: people.teacher.personId,
        changed_at: at,
        version: 1,
        created_at: at,
        ...(ended && { ended_at: at }),
      })
      .execute();
    return id;
  };
  const stands = await note(false);
  const ended = await note(true);
  const tryId = newId(at);
  await db
    .insertInto('absence_try')
    .values({
      owner_id,
      id: tryId,
      pupil_id: pupilId,
      on_date: wednesday,
      adult_id: people.parent.personId,
      how: 'call',
      outcome: canary('administration', whole),
      tried_by: people.administrator.personId,
      tried_at: at,
    })
    .execute();
  await db
    .insertInto('absence_text')
    .values({
      owner_id,
      id: newId(at),
      pupil_id: pupilId,
      adult_id: people.parent.personId,
      on_date: wednesday,
      number: '07700 900000',
      words: canary('administration', office),
      state: 'sent',
      answer: '202',
      attempts: 1,
      created_at: at,
      sent_at: at,
    })
    .execute();
  const pupil = `/attendance/pupils/${pupilId}`;
  const away = `/children/${pupilId}/away`;
  const ill = { from_on: wednesday, until_on: '', part: 'day', sort: 'ill', words: '' };
  const staffPage = { seenBy: ofThePupil, openTo: otherStaff };
  const readers = { seenBy: whole, openTo: elsewhere };
  return {
    'GET /attendance': [
      { path: '/attendance', ...staffPage },
      { path: `/attendance?unit=${unit}&q=cai`, ...staffPage },
    ],
    'GET /attendance/today': { path: '/attendance/today', ...readers },
    'POST /attendance/today/tell': {
      path: '/attendance/today/tell',
      fields: { pupils: [pupilId] },
      by: office,
    },
    'POST /attendance/today/:pupil/tried': {
      path: `/attendance/today/${pupilId}/tried`,
      fields: { how: 'call', adult: people.parent.personId, outcome: 'No answer' },
      by: office,
    },
    'POST /attendance/tries/:try/undo': { path: `/attendance/tries/${tryId}/undo`, fields: {}, by: office },
    'GET /attendance/absences': [
      { path: '/attendance/absences', ...readers },
      { path: '/attendance/absences?show=now', ...readers },
      { path: '/attendance/absences?show=all', ...readers },
    ],
    'GET /attendance/absences/new': {
      path: '/attendance/absences/new?q=cai',
      seenBy: office,
      openTo: elsewhere,
    },
    'GET /attendance/absences/:absence': [
      { path: `/attendance/absences/${written}`, seenBy: whole },
      { path: `/attendance/absences/${settled}`, seenBy: whole },
      { path: `/attendance/absences/${writtenBack}`, seenBy: whole },
    ],
    'POST /attendance/absences/:absence/settle': {
      path: `/attendance/absences/${online}/settle`,
      fields: { decision: 'agreed', code_id: codeId, answer: 'Thank you.', version: 1 },
      by: office,
    },
    'POST /attendance/absences/:absence/unsettle': {
      path: `/attendance/absences/${settled}/unsettle`,
      fields: {},
      by: office,
    },
    'POST /attendance/absences/:absence/take-back': {
      path: `/attendance/absences/${written}/take-back`,
      fields: {},
      by: office,
    },
    'POST /attendance/absences/:absence/restore': {
      path: `/attendance/absences/${writtenBack}/restore`,
      fields: {},
      by: office,
    },
    'GET /attendance/pupils/:pupil/away': { path: `${pupil}/away`, seenBy: office },
    'POST /attendance/pupils/:pupil/away': {
      path: `${pupil}/away`,
      fields: { ...ill, said_by: 'Lowri Roberts, mother', said_how: 'phone', said_on: wednesday },
      by: office,
    },
    'GET /children/:pupil/away': { path: away, seenBy: ['parent'] },
    'POST /children/:pupil/away': { path: away, fields: ill, by: ['parent'] },
    'POST /children/:pupil/away/:absence/take-back': {
      path: `${away}/${online}/take-back`,
      fields: {},
      by: ['parent'],
    },
    'POST /children/:pupil/away/:absence/restore': {
      path: `${away}/${onlineBack}/restore`,
      fields: {},
      by: ['parent'],
    },
    'GET /children/:pupil/attendance': {
      path: `/children/${pupilId}/attendance`,
      seenBy: ['parent'],
      openTo: ['pupil'],
    },
    'GET /attendance/mine': { path: '/attendance/mine', seenBy: ['pupil'] },
    'GET /attendance/patterns': [
      { path: '/attendance/patterns', ...staffPage },
      { path: `/attendance/patterns?unit=${unit}&from=2026-11-01&until=2026-11-18`, ...staffPage },
    ],
    'GET /attendance/hand': [
      { path: '/attendance/hand', seenBy: hands, openTo: ['partner', 'administrator', ...otherStaff] },
      {
        path: '/attendance/hand?order=new',
        seenBy: hands,
        openTo: ['partner', 'administrator', ...otherStaff],
      },
    ],
    'POST /attendance/pupils/:pupil/notes': {
      path: `${pupil}/notes`,
      fields: { words: 'Talked with the pupil', look_again_on: '2026-12-01' },
      by: hands,
    },
    'POST /attendance/notes/:note/outcome': {
      path: `/attendance/notes/${stands}/outcome`,
      fields: { outcome: 'It went well', look_again_on: '', version: 1 },
      by: hands,
    },
    'POST /attendance/notes/:note/end': {
      path: `/attendance/notes/${stands}/end`,
      fields: {},
      by: ['teacher'],
    },
    'POST /attendance/notes/:note/restore': {
      path: `/attendance/notes/${ended}/restore`,
      fields: {},
      by: ['teacher'],
    },
    'GET /attendance/figures': [
      { path: '/attendance/figures', ...readers },
      { path: '/attendance/figures?by=class', ...readers },
      { path: '/attendance/figures?by=year', ...readers },
      { path: '/attendance/figures?by=term', ...readers },
    ],
    'GET /attendance/figures.csv': { path: '/attendance/figures.csv?by=class', ...readers },
    'GET /attendance/pupils/:pupil': { path: pupil, seenBy: ofThePupil },
    'GET /attendance/pupils/:pupil/record': { path: `${pupil}/record`, seenBy: ofThePupil },
    'GET /attendance/settings': { path: '/attendance/settings', seenBy: office, openTo: elsewhere },
    'POST /attendance/settings': {
      path: '/attendance/settings',
      fields: {
        list_at: '09:30',
        accounted_by: '10:30',
        threshold: 90,
        letter: '',
        online: 'yes',
        texts_to: '',
        version: 0,
      },
      by: [...office, ...elsewhere],
    },
    'GET /attendance/settings/texts': {
      path: '/attendance/settings/texts',
      seenBy: office,
      openTo: elsewhere,
    },
  };
};
