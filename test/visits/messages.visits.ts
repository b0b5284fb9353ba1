import { insertItem, principals } from '#platform/access/items.ts';
import { newId } from '#platform/db/ids.ts';
import { insertTalk, type NewTalk } from '#features/messages/insert-talk.ts';
import { reportPolicy } from '#features/messages/messages.policy.ts';
import { talkPrincipals } from '#features/messages/principals.ts';
import {
  insertFamilyLink,
  insertMemberships,
  insertUnits,
  schoolPrincipals,
} from '#features/people/index.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { type Persona, staff } from '#test/world.ts';

const writers: readonly Persona[] = [...staff, 'pupil', 'parent'];
const elsewhere: readonly Persona[] = ['other-head'];
const setters: readonly Persona[] = ['head', 'safeguarding-lead'];

/**
 * The teacher teaches the pupil with the partner’s help, and the parent is the pupil’s. There is a conversation of each
 * sort; in the pupil’s a word was found, and one of the teacher’s messages there was reported.
 */
export const visits: SeedVisits = async ({ db, school, people, at, canary }) => {
  const id = (who: keyof typeof people) => people[who].personId;
  const [unit] = await insertUnits(db, school.id, [{ kind: 'class', name: 'Class 4M' }], at);
  const inClass = (who: keyof typeof people, part: 'teacher' | 'assistant' | 'pupil') => ({
    unitId: unit!,
    personId: id(who),
    part,
  });
  await insertMemberships(
    db,
    school.id,
    [inClass('teacher', 'teacher'), inClass('partner', 'assistant'), inClass('pupil', 'pupil')],
    at,
  );
  await insertFamilyLink(
    db,
    school.id,
    { adultId: id('parent'), pupilId: id('pupil'), relationship: null },
    at,
  );
  const open = async (author: keyof typeof people, talk: NewTalk): Promise<string> =>
    (await insertTalk(db, { ownerId: school.id, authorId: id(author) }, talk, at))!;
  const say = async (
    talkId: string,
    author: keyof typeof people,
    text: string,
    { minutes = -60, flagged = null as string[] | null, held = false } = {},
  ): Promise<string> => {
    const messageId = newId(at);
    const delivers = new Date(at.getTime() + minutes * 60_000);
    await db
      .insertInto('message')
      .values({
        owner_id: school.id,
        id: messageId,
        talk_id: talkId,
        author_id: id(author),
        text,
        version: 1,
        written_at: at,
        delivers_at: delivers,
        urgent: false,
        flagged,
        held,
      })
      .execute();
    return messageId;
  };
  const staffAnd = (who: keyof typeof people, part: 'pupil' | 'carer') => [
    { personId: id('teacher'), part: 'staff' as const },
    { personId: id(who), part },
  ];
  const ofPupil: readonly Persona[] = ['teacher', 'pupil', 'safeguarding-lead'];
  const withPupil = await open('teacher', {
    sort: 'pupil',
    pupilId: id('pupil'),
    people: staffAnd('pupil', 'pupil'),
    betweenKey: `pupil ${id('pupil')} ${id('teacher')}`,
  });
  const reported = await say(withPupil, 'teacher', canary('administration', ofPupil));
  const found = await say(withPupil, 'pupil', canary('administration', ['pupil', 'safeguarding-lead']), {
    flagged: ['unkind'],
    held: true,
  });
  const unsent = await say(withPupil, 'teacher', canary('administration', ['teacher']), { minutes: 60 });
  const withParent = await open('parent', {
    sort: 'family',
    pupilId: id('pupil'),
    people: staffAnd('parent', 'carer'),
    betweenKey: `family ${id('pupil')} ${id('teacher')} ${id('parent')}`,
  });
  await say(withParent, 'parent', canary('administration', ['teacher', 'parent']));
  const ofSpace: readonly Persona[] = ['teacher', 'partner', 'pupil', 'colleague', 'safeguarding-lead'];
  const space = await open('teacher', {
    sort: 'class',
    title: canary('administration', ofSpace),
    keeperId: id('teacher'),
    people: [
      { personId: id('teacher'), part: 'watcher' },
      { personId: id('colleague'), part: 'watcher' },
    ],
    groups: [schoolPrincipals.ofUnit(unit!, 'pupil'), schoolPrincipals.ofUnit(unit!, 'staff')],
  });
  await say(space, 'pupil', canary('administration', ofSpace));
  const ofGroup: readonly Persona[] = ['manager', 'teacher', 'partner'];
  const group = await open('manager', {
    sort: 'staff',
    title: canary('administration', ofGroup),
    keeperId: id('manager'),
    people: [{ personId: id('manager'), part: 'staff' }],
    groups: [schoolPrincipals.ofUnit(unit!, 'staff')],
  });
  await say(group, 'manager', canary('administration', ofGroup));
  const report = await insertItem(
    db,
    {
      ownerId: school.id,
      policy: reportPolicy,
      authorId: id('pupil'),
      grants: [
        { principal: talkPrincipals.watchers(school.id), ability: 'read' },
        { principal: principals.role(school.id, 'safeguarding-lead'), ability: 'read' },
      ],
    },
    at,
  );
  await db
    .insertInto('message_report')
    .values({
      owner_id: school.id,
      id: report,
      message_id: reported,
      reported_id: id('teacher'),
      unsafe: true,
      text: canary('administration', ['pupil', 'safeguarding-lead']),
      level: 1,
      state: 'open',
      answer: '',
      version: 1,
      created_at: at,
    })
    .execute();
  const here = `/messages/${withPupil}`;
  const said = { text: 'See you tomorrow.' };
  const toPupil = `/messages/to/${id('pupil')}`;
  const toParent = `/messages/to/${id('parent')}/about/${id('pupil')}`;
  const toPupils: readonly Persona[] = ['partner', 'head', 'senior-leader', 'safeguarding-lead', 'teacher'];
  const toParents: readonly Persona[] = [
    'head',
    'senior-leader',
    'safeguarding-lead',
    'administrator',
    'teacher',
  ];
  const settings = {
    quiet_from: '18:00',
    quiet_until: '07:30',
    quiet_days: ['6', '7'],
    flag_words: 'unkind',
    flag_mode: 'hold',
    hours_to_lead: 24,
    hours_to_head: 48,
    version: 0,
  };
  return {
    'GET /messages': [
      { path: '/messages', seenBy: [...writers, 'specialist', 'other-guest'], openTo: elsewhere },
      {
        path: '/messages?words=canary',
        seenBy: [...writers, 'specialist', 'other-guest'],
        openTo: elsewhere,
      },
      { path: '/messages?show=left', seenBy: [...writers, 'specialist', 'other-guest'], openTo: elsewhere },
    ],
    'GET /messages/new': [
      { path: '/messages/new', seenBy: writers, openTo: elsewhere },
      { path: '/messages/new?words=Ffion', seenBy: writers, openTo: elsewhere },
    ],
    'GET /messages/new/class': { path: '/messages/new/class', seenBy: staff, openTo: elsewhere },
    'POST /messages/new/class': {
      path: '/messages/new/class',
      fields: { ...said, title: 'Fractions', classes: unit!, mode: 'discuss' },
      by: ['teacher', 'head', 'senior-leader'],
    },
    'GET /messages/new/staff': { path: '/messages/new/staff', seenBy: staff, openTo: elsewhere },
    'POST /messages/new/staff': {
      path: '/messages/new/staff',
      fields: { ...said, title: 'Paper', units: unit! },
      by: staff,
    },
    'GET /messages/to/:person': { path: toPupil, seenBy: toPupils.slice(0, 4), openTo: ['teacher'] },
    'POST /messages/to/:person': { path: toPupil, fields: said, by: toPupils },
    'GET /messages/to/:person/about/:pupil': {
      path: toParent,
      seenBy: toParents.slice(0, 4),
      openTo: ['teacher'],
    },
    'POST /messages/to/:person/about/:pupil': { path: toParent, fields: said, by: toParents },
    'GET /messages/watch': {
      path: '/messages/watch',
      seenBy: ['safeguarding-lead', ...staff],
      openTo: elsewhere,
    },
    'GET /messages/settings': { path: '/messages/settings', seenBy: setters, openTo: elsewhere },
    'POST /messages/settings': {
      path: '/messages/settings',
      fields: settings,
      by: [...setters, ...elsewhere],
    },
    'GET /messages/reports': {
      path: '/messages/reports',
      seenBy: ['pupil', ...staff, 'parent', 'specialist', 'other-guest'],
      openTo: elsewhere,
    },
    'GET /messages/reports/:report': {
      path: `/messages/reports/${report}`,
      seenBy: ['safeguarding-lead', 'pupil'],
    },
    'POST /messages/reports/:report': {
      path: `/messages/reports/${report}`,
      fields: { outcome: 'looking', answer: '', version: 1 },
      by: ['safeguarding-lead'],
    },
    'GET /messages/:talk': [
      { path: here, seenBy: ofPupil },
      { path: `${here}?page=2`, seenBy: ofPupil },
      { path: `/messages/${withParent}`, seenBy: ['parent', 'teacher'] },
      { path: `/messages/${space}`, seenBy: ofSpace },
      { path: `/messages/${group}`, seenBy: ofGroup },
    ],
    'POST /messages/:talk': { path: here, fields: said, by: ['teacher', 'pupil'] },
    'GET /messages/:talk/:message/change': { path: `${here}/${unsent}/change`, seenBy: ['teacher'] },
    'POST /messages/:talk/:message/change': {
      path: `${here}/${unsent}/change`,
      fields: { ...said, version: 1 },
      by: ['teacher'],
    },
    'POST /messages/:talk/:message/undo': { path: `${here}/${unsent}/undo`, fields: {}, by: ['teacher'] },
    'POST /messages/:talk/:message/take-back': {
      path: `${here}/${reported}/take-back`,
      fields: {},
      by: ['teacher'],
    },
    'GET /messages/:talk/:message/report': { path: `${here}/${reported}/report`, seenBy: ofPupil },
    'POST /messages/:talk/:message/report': {
      path: `${here}/${reported}/report`,
      fields: { text: 'This is unkind.' },
      by: ['pupil', 'safeguarding-lead'],
    },
    'GET /messages/:talk/:message/look': { path: `${here}/${found}/look`, seenBy: ['safeguarding-lead'] },
    'POST /messages/:talk/:message/look': {
      path: `${here}/${found}/look`,
      fields: { outcome: 'false-alarm' },
      by: ['safeguarding-lead'],
    },
    'POST /messages/:talk/mute': { path: here + '/mute', fields: {}, by: ['teacher', 'pupil'] },
    'POST /messages/:talk/unmute': { path: here + '/unmute', fields: {}, by: ['teacher', 'pupil'] },
    'POST /messages/:talk/leave': {
      path: `/messages/${group}/leave`,
      fields: {},
      by: ['teacher', 'partner'],
    },
    'POST /messages/:talk/come-back': { path: `/messages/${group}/come-back`, fields: {}, by: ofGroup },
    'POST /messages/:talk/end': { path: `/messages/${space}/end`, fields: {}, by: ['teacher', 'colleague'] },
    'POST /messages/:talk/restore': {
      path: `/messages/${space}/restore`,
      fields: {},
      by: ['teacher', 'colleague'],
    },
  };
};
