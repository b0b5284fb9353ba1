import { insertGroups, updateGroup } from '#features/courses/groups/group.queries.ts';
import { shareItem } from '#platform/access/items.ts';
import { newId } from '#platform/db/ids.ts';
import { insertFiles } from '#features/files/file.queries.ts';
import { insertResource, setShared } from '#features/resources/resource.queries.ts';
import { grantsInBank } from '#features/resources/share-resource.ts';
import { insertMemberships, insertUnits } from '#features/people/index.ts';
import { insertCourse, setCourse } from '#features/courses/course/keep-course.queries.ts';
import type { CourseSort } from '#features/courses/course.ts';
import { insertPost, setPostEnded } from '#features/courses/discussion/post.queries.ts';
import { saveProgress } from '#features/courses/progress/progress.queries.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { type Persona, staff } from '#test/world.ts';

/** A course of the teacher's for a class with the pupil in it, one for all staff, one being written, one taken away. */
export const visits: SeedVisits = async ({ db, school, people, at, canary }, { storage }) => {
  const ownerId = school.id;
  const teacher = people.teacher.personId;
  const [unit] = await insertUnits(db, ownerId, [{ kind: 'class', name: 'Class of the course' }], at);
  await insertMemberships(
    db,
    ownerId,
    [
      { unitId: unit!, personId: teacher, part: 'teacher' },
      { unitId: unit!, personId: people.pupil.personId, part: 'pupil' },
    ],
    at,
  );
  const write = (sort: CourseSort, seenBy: readonly Persona[]) =>
    insertCourse(
      db,
      { ownerId, authorId: teacher },
      {
        title: canary('learning', seenBy),
        about: canary('learning', seenBy),
        subject: 'History',
        yearKey: '4',
        sort,
        unitId: sort === 'pupils' ? unit! : null,
        isOpen: sort === 'staff',
        startsOn: '2026-11-02',
        endsOn: null,
      },
      at,
    );
  const addSection = async (courseId: string, position: number, ended = false): Promise<string> => {
    const id = newId(at);
    await db
      .insertInto('course_section')
      .values({
        owner_id: ownerId,
        id,
        course_id: courseId,
        position,
        title: `Part ${position}`,
        about: '',
        opens_on: null,
        version: 1,
        ended_at: ended ? at : null,
        created_at: at,
      })
      .execute();
    return id;
  };
  const addActivity = async (
    courseId: string,
    sectionId: string,
    {
      position = 1,
      kind = 'page',
      settings,
      ended = false,
    }: { position?: number; kind?: string; settings: object; ended?: boolean },
  ): Promise<string> => {
    const id = newId(at);
    await db
      .insertInto('course_activity')
      .values({
        owner_id: ownerId,
        id,
        course_id: courseId,
        section_id: sectionId,
        position,
        kind,
        title: `Activity ${position}`,
        settings: JSON.stringify(settings),
        minutes: 10,
        due_on: '2026-11-20',
        requires_id: null,
        version: 1,
        ended_at: ended ? at : null,
        created_at: at,
      })
      .execute();
    return id;
  };
  const inClass: readonly Persona[] = ['teacher', 'pupil'];
  const course = await write('pupils', inClass);
  const part = await addSection(course, 1);
  const second = await addSection(course, 2);
  const gone = await addSection(course, 3, true);
  const page = await addActivity(course, part, {
    settings: { text: canary('learning', inClass), resourceId: null },
  });
  const talk = await addActivity(course, part, {
    position: 2,
    kind: 'discussion',
    settings: { text: canary('learning', inClass) },
  });
  const bankPage = await insertResource(
    db,
    { ownerId, authorId: teacher },
    { title: 'Roads', summary: '', subject: '', year: '', text: 'Straight.', review_on: null },
    at,
  );
  await shareItem(db, { ownerId, id: bankPage }, grantsInBank(ownerId), at);
  await setShared(db, ownerId, bankPage, at);
  const stored = await storage.put(Buffer.from(canary('learning', inClass)), { maxBytes: 10_000 });
  const [shownFile] = await insertFiles(
    db,
    { ownerId, id: bankPage },
    [{ ...stored, name: 'road.txt', ofPupils: false }],
    { by: teacher, now: at },
  );
  const fromBank = await addActivity(course, part, {
    position: 5,
    settings: { text: '', resourceId: bankPage },
  });
  const [group, endedGroup] = await insertGroups(
    db,
    ownerId,
    course,
    [canary('learning', ['teacher']), canary('learning', [])],
    at,
  );
  await updateGroup(db, ownerId, { courseId: course, id: endedGroup! }, { ended_at: at });
  const away = await addActivity(course, part, {
    position: 4,
    settings: { text: 'x', resourceId: null },
    ended: true,
  });
  await setCourse(db, ownerId, course, { published_at: at }, at);
  await db
    .updateTable('course')
    .set({ brought: JSON.stringify({ name: canary('learning', ['teacher']), left: [], tooLarge: [] }) })
    .where('owner_id', '=', ownerId)
    .where('id', '=', course)
    .execute();
  const said = (personId: string) =>
    insertPost(
      db,
      ownerId,
      {
        courseId: course,
        activityId: talk,
        personId,
        replyTo: null,
        groupId: null,
        words: canary('learning', inClass),
      },
      at,
    );
  const post = await said(people.pupil.personId);
  const takenBack = await insertPost(
    db,
    ownerId,
    {
      courseId: course,
      activityId: talk,
      personId: people.pupil.personId,
      replyTo: null,
      groupId: null,
      words: canary('learning', ['pupil']),
    },
    at,
  );
  await setPostEnded(db, ownerId, takenBack, { at, by: people.pupil.personId });
  await saveProgress(
    db,
    ownerId,
    { courseId: course, activityId: page, personId: people.pupil.personId, version: 0 },
    { done: true, tried: false, evidence: canary('learning', ['pupil', 'teacher']) },
    at,
  );
  const module = await write('staff', staff);
  const modulePart = await addSection(module, 1);
  const ask = await addActivity(module, modulePart, {
    kind: 'survey',
    settings: { text: '', questions: [{ asks: canary('learning', staff), choices: [] }] },
  });
  for (const who of ['partner', 'facilitator', 'manager', 'head', 'colleague'] as const)
    await db
      .insertInto('course_answer')
      .values({
        owner_id: ownerId,
        activity_id: ask,
        person_id: people[who].personId,
        course_id: module,
        answers: JSON.stringify({ x: canary('learning', [who]) }),
        answered_at: at,
      })
      .execute();
  await setCourse(db, ownerId, module, { published_at: at }, at);
  const draft = await write('staff', ['teacher']);
  const draftPart = await addSection(draft, 1);
  await addActivity(draft, draftPart, { settings: { text: 'x', resourceId: null } });
  const closed = await write('pupils', inClass);
  await setCourse(db, ownerId, closed, { published_at: at }, at);
  await setCourse(db, ownerId, closed, { closed_at: at }, at);
  const template = await write('staff', staff);
  await setCourse(db, ownerId, template, { is_template: true }, at);
  const ended = await write('staff', ['teacher']);
  await db
    .updateTable('item')
    .set({ ended_at: at })
    .where('owner_id', '=', ownerId)
    .where('id', '=', ended)
    .execute();

  const here = `/courses/${course}`;
  const hers = { seenBy: ['teacher'] } as const;
  const byHer = { fields: {}, by: ['teacher'] } as const;
  const facts = {
    title: 'The Romans',
    about: '',
    subject: 'History',
    year: '4',
    whom: 'all-staff',
    unit: '',
    starts_on: '',
    ends_on: '',
  };
  const partFields = { title: 'Week 3', about: '', opens_on: '' };
  const pageFields = {
    title: 'Roads',
    text: 'Straight.',
    resource: '',
    minutes: '',
    due_on: '',
    requires: '',
  };
  const activity = (id: string, rest = ''): string => `${here}/activities/${id}${rest}`;
  return {
    'GET /courses': [{ path: '/courses', seenBy: ['teacher', 'pupil'], openTo: [...staff, 'other-head'] }],
    'GET /courses/new': { path: '/courses/new', seenBy: staff, openTo: ['other-head'] },
    'POST /courses': { path: '/courses', fields: { ...facts, from: template }, by: staff },
    'GET /courses/:course': [
      { path: here, seenBy: inClass },
      { path: `/courses/${module}`, seenBy: staff },
      { path: `/courses/${draft}`, seenBy: ['teacher'] },
    ],
    'GET /courses/bring-in': { path: '/courses/bring-in', seenBy: staff, openTo: ['other-head'] },
    'POST /courses/bring-in': {
      path: '/courses/bring-in',
      fields: {},
      by: [...staff, 'other-head'],
      fieldsIncomplete: 'a package comes as a file, which the room’s own tests send',
    },
    'GET /courses/:course/brought': { path: `${here}/brought`, ...hers },
    'GET /courses/:course/change': { path: `${here}/change`, ...hers },
    'POST /courses/:course/change': {
      path: `${here}/change`,
      fields: { ...facts, whom: 'class', unit: unit!, version: 1 },
      by: ['teacher'],
    },
    'POST /courses/:course/publish': { path: `/courses/${draft}/publish`, ...byHer },
    'POST /courses/:course/close': { path: `${here}/close`, ...byHer },
    'POST /courses/:course/reopen': { path: `/courses/${closed}/reopen`, ...byHer },
    'POST /courses/:course/template': { path: `/courses/${draft}/template`, ...byHer },
    'POST /courses/:course/not-template': { path: `/courses/${template}/not-template`, ...byHer },
    'POST /courses/:course/end': { path: `${here}/end`, ...byHer },
    'POST /courses/:course/restore': { path: `/courses/${ended}/restore`, ...byHer },
    'GET /courses/:course/copy': { path: `${here}/copy`, ...hers },
    'POST /courses/:course/copy': {
      path: `${here}/copy`,
      fields: { title: 'Again', starts_on: '2027-11-01' },
      by: ['teacher'],
    },
    'GET /courses/:course/people': { path: `${here}/people`, ...hers },
    'POST /courses/:course/people': {
      path: `${here}/people`,
      fields: { leader: [teacher, people.partner.personId] },
      by: ['teacher'],
    },
    'GET /courses/:course/activities/:activity/files/:file': {
      path: `${here}/activities/${fromBank}/files/${shownFile}`,
      seenBy: inClass,
    },
    'GET /courses/:course/activities/:activity/versions': {
      path: `${here}/activities/${page}/versions`,
      ...hers,
    },
    'POST /courses/:course/activities/:activity/put-back': {
      path: `${here}/activities/${page}/put-back`,
      fields: { kept: 1, version: 1 },
      by: ['teacher'],
    },
    'GET /courses/ready/:ready': { path: '/courses/ready/everyone', seenBy: staff, openTo: ['other-head'] },
    'POST /courses/ready/:ready': {
      path: '/courses/ready/everyone',
      fields: { whom: 'named-staff', starts_on: '2026-11-23' },
      by: [...staff, 'other-head'],
    },
    'GET /courses/:course/head': { path: `${here}/head`, ...hers },
    'POST /courses/:course/head': {
      path: `${here}/head`,
      fields: { note: 'Bring a stone.', reach: '', version: 0 },
      by: ['teacher'],
    },
    'GET /courses/:course/groups': { path: `${here}/groups`, ...hers },
    'POST /courses/:course/groups': { path: `${here}/groups`, fields: { name: 'Red' }, by: ['teacher'] },
    'POST /courses/:course/groups/:group': {
      path: `${here}/groups/${group}`,
      fields: { name: 'Green' },
      by: ['teacher'],
    },
    'POST /courses/:course/groups/:group/end': { path: `${here}/groups/${group}/end`, ...byHer },
    'POST /courses/:course/groups/:group/restore': { path: `${here}/groups/${endedGroup}/restore`, ...byHer },
    'POST /courses/:course/group-members': { path: `${here}/group-members`, ...byHer },
    'POST /courses/:course/deal': { path: `${here}/deal`, ...byHer },
    'GET /courses/:course/files': { path: `${here}/files`, ...hers },
    'POST /courses/:course/files': {
      path: `${here}/files`,
      ...byHer,
      fieldsIncomplete: 'a file must come along, which the room of files sends in its own tests',
    },
    'GET /courses/:course/cartridge.imscc': { path: `${here}/cartridge.imscc`, ...hers },
    'GET /courses/:course/copy.zip': { path: `${here}/copy.zip`, ...hers },
    'GET /courses/:course/progress': { path: `${here}/progress`, ...hers },
    'GET /courses/:course/sections': { path: `${here}/sections`, ...hers },
    'POST /courses/:course/sections': { path: `${here}/sections`, fields: partFields, by: ['teacher'] },
    'GET /courses/:course/sections/:section': { path: `${here}/sections/${part}`, ...hers },
    'POST /courses/:course/sections/:section': {
      path: `${here}/sections/${part}`,
      fields: { ...partFields, version: 1 },
      by: ['teacher'],
    },
    'POST /courses/:course/sections/:section/up': { path: `${here}/sections/${second}/up`, ...byHer },
    'POST /courses/:course/sections/:section/down': { path: `${here}/sections/${part}/down`, ...byHer },
    'POST /courses/:course/sections/:section/end': { path: `${here}/sections/${part}/end`, ...byHer },
    'POST /courses/:course/sections/:section/restore': { path: `${here}/sections/${gone}/restore`, ...byHer },
    'GET /courses/:course/sections/:section/activities': [
      { path: `${here}/sections/${part}/activities`, ...hers },
      { path: `${here}/sections/${part}/activities?kind=page`, ...hers },
      { path: `${here}/sections/${part}/activities?kind=survey`, ...hers },
    ],
    'POST /courses/:course/sections/:section/activities': {
      path: `${here}/sections/${part}/activities`,
      fields: { ...pageFields, kind: 'page' },
      by: ['teacher'],
    },
    'GET /courses/:course/activities/:activity': [
      { path: activity(page), seenBy: inClass },
      { path: activity(talk), seenBy: inClass },
      { path: `/courses/${module}/activities/${ask}`, seenBy: staff },
    ],
    'GET /courses/:course/activities/:activity/change': { path: activity(page, '/change'), ...hers },
    'POST /courses/:course/activities/:activity/change': {
      path: activity(page, '/change'),
      fields: { ...pageFields, version: 1 },
      by: ['teacher'],
    },
    'POST /courses/:course/activities/:activity/up': { path: activity(talk, '/up'), ...byHer },
    'POST /courses/:course/activities/:activity/down': { path: activity(page, '/down'), ...byHer },
    'POST /courses/:course/activities/:activity/end': { path: activity(page, '/end'), ...byHer },
    'POST /courses/:course/activities/:activity/restore': { path: activity(away, '/restore'), ...byHer },
    'POST /courses/:course/activities/:activity/progress': {
      path: activity(page, '/progress'),
      fields: { done: 'yes', tried: 'yes', evidence: '' },
      by: ['pupil'],
    },
    'POST /courses/:course/activities/:activity/posts': {
      path: activity(talk, '/posts'),
      fields: { words: 'Soldiers.' },
      by: ['teacher', 'pupil'],
    },
    'POST /courses/:course/activities/:activity/posts/:post/end': {
      path: activity(talk, `/posts/${post}/end`),
      fields: {},
      by: ['teacher', 'pupil'],
    },
    'POST /courses/:course/activities/:activity/posts/:post/restore': {
      path: activity(talk, `/posts/${takenBack}/restore`),
      fields: {},
      by: ['teacher', 'pupil'],
    },
    'POST /courses/:course/activities/:activity/answers': {
      path: `/courses/${module}/activities/${ask}/answers`,
      fields: { q0: 'Yes' },
      by: staff.filter((who) => who !== 'teacher'),
    },
    'GET /courses/:course/activities/:activity/answers.csv': {
      path: `/courses/${module}/activities/${ask}/answers.csv`,
      ...hers,
    },
  };
};
