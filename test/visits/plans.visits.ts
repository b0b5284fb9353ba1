import { newId } from '#platform/db/ids.ts';
import { shareItem } from '#platform/access/items.ts';
import { insertFramework, updateFramework } from '#features/curriculum/frameworks/framework.queries.ts';
import { insertLook, updateLook } from '#features/plans/looks/look.queries.ts';
import { insertPlan } from '#features/plans/scheme/plan.queries.ts';
import { insertSuggestion, updateSuggestion } from '#features/plans/suggestions/suggestion.queries.ts';
import { insertResource, setShared } from '#features/resources/resource.queries.ts';
import { grantsInBank } from '#features/resources/share-resource.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { type Persona, staff } from '#test/world.ts';

const leaders: readonly Persona[] = ['cpd-leader', 'head', 'senior-leader'];

/** A plan of the teacher's with everything on it, one that she took away, and headings of the school's. */
export const visits: SeedVisits = async ({ db, school, people, at, canary }) => {
  const ownerId = school.id;
  const teacher = people.teacher.personId;
  const write = (title: string) =>
    insertPlan(
      db,
      { ownerId, authorId: teacher, teacherIds: [teacher] },
      { title, subject: 'History', yearKey: '4', startsOn: '2026-11-23', endsOn: '2026-12-11' },
      { parts: [{ key: 'aims', title: 'Aims', hint: '' }], lessonText: '' },
      at,
    );
  const end = (id: string) =>
    db
      .updateTable('item')
      .set({ ended_at: at })
      .where('owner_id', '=', ownerId)
      .where('id', '=', id)
      .execute();
  const plan = await write(canary('administration', staff));
  const ready = await write('Ready');
  await db
    .updateTable('scheme')
    .set({ ready_at: at })
    .where('id', '=', ready)
    .where('owner_id', '=', ownerId)
    .execute();
  const away = await write(canary('administration', ['teacher', ...leaders]));
  await end(away);
  await db
    .insertInto('scheme_part')
    .values({
      owner_id: ownerId,
      id: newId(at),
      scheme_id: plan,
      key: 'aims',
      text: canary('administration', staff),
      version: 1,
      changed_by: teacher,
      changed_at: at,
    })
    .execute();
  const addLesson = async (position: number, ended: boolean): Promise<string> => {
    const id = newId(at);
    await db
      .insertInto('planned_lesson')
      .values({
        owner_id: ownerId,
        id,
        scheme_id: plan,
        position,
        title: canary('administration', staff),
        on_date: null,
        text: 'Coins.',
        version: 1,
        changed_by: teacher,
        changed_at: at,
        created_at: at,
        ended_at: ended ? at : null,
      })
      .execute();
    return id;
  };
  const lesson = await addLesson(1, false);
  const second = await addLesson(2, false);
  const gone = await addLesson(3, true);
  const framework = (words: string) =>
    insertFramework(
      db,
      { ownerId, broughtBy: teacher },
      {
        address: 'list:plans',
        title: 'Plans',
        version: '',
        publisher: '',
        licence: '',
        source: '',
        format: 'list',
        statements: [
          {
            address: 'P1',
            parent: null,
            code: '',
            kind: '',
            words,
            note: '',
            subject: 'History',
            stages: [],
            years: ['4'],
            depth: 0,
            isLeaf: true,
          },
        ],
        left: [],
      },
      at,
    );
  const older = await framework(canary('administration', staff));
  await updateFramework(db, ownerId, older, { published_at: at });
  const newer = await framework(canary('administration', staff));
  await updateFramework(db, ownerId, newer, { published_at: new Date(at.getTime() + 1) });
  const statementOf = async (id: string): Promise<string> =>
    (
      await db
        .selectFrom('framework_statement')
        .select('id')
        .where('owner_id', '=', ownerId)
        .where('framework_id', '=', id)
        .executeTakeFirstOrThrow()
    ).id;
  const point = await statementOf(older);
  await db
    .insertInto('planned_point')
    .values({
      owner_id: ownerId,
      id: newId(at),
      scheme_id: plan,
      lesson_id: lesson,
      statement_id: point,
      added_by: teacher,
      added_at: at,
    })
    .execute();
  const bank = async (title: string): Promise<string> => {
    const id = await insertResource(
      db,
      { ownerId, authorId: teacher },
      { title, summary: '', subject: 'History', year: '4', text: 'Coins.', review_on: null },
      at,
    );
    await shareItem(db, { ownerId, id }, grantsInBank(ownerId), at);
    await setShared(db, ownerId, id, at);
    return id;
  };
  const resource = await bank(canary('administration', staff));
  const used = await bank('Used already');
  await db
    .insertInto('planned_resource')
    .values({
      owner_id: ownerId,
      id: newId(at),
      scheme_id: plan,
      lesson_id: lesson,
      resource_id: used,
      added_by: teacher,
      added_at: at,
    })
    .execute();
  const say = (seenBy: readonly Persona[]) =>
    insertSuggestion(
      db,
      { ownerId, authorId: people.colleague.personId },
      { schemeId: plan, lessonId: null, words: canary('learning', seenBy), teacherIds: [teacher] },
      at,
    );
  const both: readonly Persona[] = ['teacher', 'colleague'];
  const open = await say(both);
  const answered = await say(both);
  const answer = { state: 'taken-up', words: canary('learning', both), by: teacher, at } as const;
  await updateSuggestion(db, ownerId, answered, answer);
  const takenBack = await say(['colleague']);
  await end(takenBack);
  const ask = (askedOf: Persona & keyof typeof people) =>
    insertLook(
      db,
      ownerId,
      {
        schemeId: plan,
        askedOf: people[askedOf].personId,
        askedBy: teacher,
        byDate: '2026-11-27',
        words: '',
      },
      at,
    );
  const look = await ask('partner');
  const looked = await ask('partner');
  await updateLook(db, ownerId, looked, { looked_at: at });
  const unasked = await ask('partner');
  await updateLook(db, ownerId, unasked, { ended_at: at });
  const template = async (ended: boolean): Promise<string> => {
    const id = newId(at);
    await db
      .insertInto('plan_template')
      .values({
        owner_id: ownerId,
        id,
        title: canary('administration', ended ? leaders : staff),
        parts: JSON.stringify([{ key: 'aims', title: 'Aims', hint: '' }]),
        lesson_text: '',
        version: 1,
        changed_by: teacher,
        changed_at: at,
        created_at: at,
        ended_at: ended ? at : null,
      })
      .execute();
    return id;
  };
  const headings = await template(false);
  const headingsAway = await template(true);

  const here = `/plans/${plan}`;
  const at1 = `${here}/lessons/${lesson}`;
  const anyStaff = { seenBy: staff, openTo: ['other-head'] } as const;
  const hers = { seenBy: ['teacher'] } as const;
  const byHer = { fields: {}, by: ['teacher'] } as const;
  const facts = {
    title: 'The Romans',
    subject: 'History',
    year: '4',
    starts_on: '2026-11-23',
    ends_on: '2026-12-11',
  };
  const lessonFields = { title: 'Roads', on_date: '', text: 'Straight.' };
  const headingFields = { title: 'Ours', headings: 'Aims | What for\nHomework', lesson: '' };
  return {
    'GET /plans': [
      { path: '/plans?whose=all', ...anyStaff },
      { path: '/plans', seenBy: ['teacher'], openTo: [...staff, 'other-head'] },
      { path: '/plans?whose=all&words=history&subject=History', ...anyStaff },
    ],
    'GET /plans/new': { path: '/plans/new', ...anyStaff },
    'POST /plans': {
      path: '/plans',
      fields: { ...facts, template: headings },
      by: staff,
    },
    'GET /plans/map': [
      { path: '/plans/map', ...anyStaff },
      { path: '/plans/map?subject=History&year=4', ...anyStaff },
    ],
    'GET /plans/coverage': { path: '/plans/coverage?subject=History', ...anyStaff },
    'GET /plans/together': { path: '/plans/together', ...anyStaff },
    'GET /plans/waiting': { path: '/plans/waiting', ...anyStaff },
    'GET /plans/points/:point': { path: `/plans/points/${point}`, seenBy: staff },
    'GET /plans/templates': { path: '/plans/templates', ...anyStaff },
    'GET /plans/templates/new': { path: '/plans/templates/new', seenBy: leaders, openTo: ['other-head'] },
    'POST /plans/templates': {
      path: '/plans/templates',
      fields: headingFields,
      by: [...leaders, 'other-head'],
    },
    'GET /plans/templates/:template': { path: `/plans/templates/${headings}`, seenBy: leaders },
    'POST /plans/templates/:template': {
      path: `/plans/templates/${headings}`,
      fields: { ...headingFields, version: 1 },
      by: leaders,
    },
    'POST /plans/templates/:template/end': {
      path: `/plans/templates/${headings}/end`,
      fields: {},
      by: leaders,
    },
    'POST /plans/templates/:template/restore': {
      path: `/plans/templates/${headingsAway}/restore`,
      fields: {},
      by: leaders,
    },
    'GET /plans/:plan': { path: here, seenBy: staff },
    'GET /plans/:plan/change': { path: `${here}/change`, ...hers },
    'POST /plans/:plan/change': { path: `${here}/change`, fields: { ...facts, version: 1 }, by: ['teacher'] },
    'POST /plans/:plan/ready': { path: `${here}/ready`, ...byHer },
    'POST /plans/:plan/not-ready': { path: `/plans/${ready}/not-ready`, ...byHer },
    'POST /plans/:plan/end': { path: `${here}/end`, ...byHer },
    'POST /plans/:plan/restore': { path: `/plans/${away}/restore`, ...byHer },
    'GET /plans/:plan/teachers': { path: `${here}/teachers`, seenBy: ['teacher', ...leaders] },
    'POST /plans/:plan/teachers': {
      path: `${here}/teachers`,
      fields: { teacher: [teacher, people.partner.personId] },
      by: ['teacher', ...leaders],
    },
    'GET /plans/:plan/files': { path: `${here}/files`, ...hers },
    'POST /plans/:plan/files': {
      path: `${here}/files`,
      ...byHer,
      fieldsIncomplete: 'a file must come along, which the room of files sends in its own tests',
    },
    'GET /plans/:plan/copy': { path: `${here}/copy`, seenBy: staff },
    'POST /plans/:plan/copy': {
      path: `${here}/copy`,
      fields: { title: 'Again', year: '4', starts_on: '2027-11-22' },
      by: staff,
    },
    'GET /plans/:plan/parts/:part': { path: `${here}/parts/aims`, ...hers },
    'POST /plans/:plan/parts/:part': {
      path: `${here}/parts/aims`,
      fields: { text: 'Roads.', version: 1 },
      by: ['teacher'],
    },
    'GET /plans/:plan/versions': { path: `${here}/versions`, seenBy: staff },
    'GET /plans/:plan/points': { path: `${here}/points`, ...hers },
    'POST /plans/:plan/points': {
      path: `${here}/points`,
      fields: { point: await statementOf(newer), offered: '' },
      by: ['teacher'],
    },
    'POST /plans/:plan/newer': { path: `${here}/newer`, ...byHer },
    'GET /plans/:plan/lessons': { path: `${here}/lessons`, ...hers },
    'POST /plans/:plan/lessons': { path: `${here}/lessons`, fields: lessonFields, by: ['teacher'] },
    'GET /plans/:plan/lessons/:lesson': { path: at1, seenBy: staff },
    'GET /plans/:plan/lessons/:lesson/change': { path: `${at1}/change`, ...hers },
    'POST /plans/:plan/lessons/:lesson/change': {
      path: `${at1}/change`,
      fields: { ...lessonFields, version: 1 },
      by: ['teacher'],
    },
    'POST /plans/:plan/lessons/:lesson/up': { path: `${here}/lessons/${second}/up`, ...byHer },
    'POST /plans/:plan/lessons/:lesson/down': { path: `${at1}/down`, ...byHer },
    'POST /plans/:plan/lessons/:lesson/end': { path: `${at1}/end`, ...byHer },
    'POST /plans/:plan/lessons/:lesson/restore': { path: `${here}/lessons/${gone}/restore`, ...byHer },
    'GET /plans/:plan/lessons/:lesson/points': { path: `${at1}/points`, ...hers },
    'POST /plans/:plan/lessons/:lesson/points': {
      path: `${at1}/points`,
      fields: { point: await statementOf(newer), offered: '' },
      by: ['teacher'],
    },
    'GET /plans/:plan/lessons/:lesson/resources': { path: `${at1}/resources`, ...hers },
    'POST /plans/:plan/lessons/:lesson/resources/:resource/add': {
      path: `${at1}/resources/${resource}/add`,
      ...byHer,
    },
    'POST /plans/:plan/lessons/:lesson/resources/:resource/remove': {
      path: `${at1}/resources/${used}/remove`,
      ...byHer,
    },
    'GET /plans/:plan/suggest': { path: `${here}/suggest`, seenBy: staff },
    'POST /plans/:plan/suggest': {
      path: `${here}/suggest`,
      fields: { words: 'A coin.', lesson: '' },
      by: staff,
    },
    'GET /plans/:plan/suggestions/:suggestion/answer': {
      path: `${here}/suggestions/${open}/answer`,
      ...hers,
    },
    'POST /plans/:plan/suggestions/:suggestion/answer': {
      path: `${here}/suggestions/${open}/answer`,
      fields: { state: 'not-now', words: '' },
      by: ['teacher'],
    },
    'POST /plans/:plan/suggestions/:suggestion/open': {
      path: `${here}/suggestions/${answered}/open`,
      ...byHer,
    },
    'POST /plans/:plan/suggestions/:suggestion/take-back': {
      path: `${here}/suggestions/${open}/take-back`,
      fields: {},
      by: ['colleague'],
    },
    'POST /plans/:plan/suggestions/:suggestion/restore': {
      path: `${here}/suggestions/${takenBack}/restore`,
      fields: {},
      by: ['colleague'],
    },
    'GET /plans/:plan/suggestions/:suggestion/need': {
      path: `${here}/suggestions/${open}/need`,
      seenBy: both,
    },
    'POST /plans/:plan/suggestions/:suggestion/need': {
      path: `${here}/suggestions/${open}/need`,
      fields: { words: 'To weigh sources', sort: 'own', subject: '' },
      by: both,
    },
    'GET /plans/:plan/ask': { path: `${here}/ask`, ...hers },
    'POST /plans/:plan/ask': {
      path: `${here}/ask`,
      fields: { person: people.colleague.personId, by: '', words: '' },
      by: ['teacher'],
    },
    'POST /plans/:plan/looks/:look/looked': {
      path: `${here}/looks/${look}/looked`,
      fields: {},
      by: ['partner'],
    },
    'POST /plans/:plan/looks/:look/not-looked': {
      path: `${here}/looks/${looked}/not-looked`,
      fields: {},
      by: ['partner'],
    },
    'POST /plans/:plan/looks/:look/take-back': { path: `${here}/looks/${look}/take-back`, ...byHer },
    'POST /plans/:plan/looks/:look/restore': { path: `${here}/looks/${unasked}/restore`, ...byHer },
  };
};
