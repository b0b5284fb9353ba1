import { keepText } from '#platform/audit/text-versions.ts';
import { type Audience, nobody } from '#features/notice-board/audience.ts';
import { insertNotice } from '#features/notice-board/notice.queries.ts';
import type { NoticeFields } from '#features/notice-board/notice-input.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { type Persona, staff } from '#test/world.ts';

/** Everybody who belongs to a school sees what was put up for them there. */
const members: readonly Persona[] = [...staff, 'specialist', 'pupil', 'parent', 'other-guest'];
const keepers: readonly Persona[] = ['teacher', 'head'];

/** What the teacher put up for all staff, to be read, and the head for pupils, in the bulletin. */
export const visits: SeedVisits = async ({ db, school, people, at, canary }) => {
  const putUp = (
    authorId: string,
    seenBy: readonly Persona[],
    audience: Partial<Audience>,
    sent: Partial<NoticeFields> = {},
  ) =>
    insertNotice(
      db,
      { ownerId: school.id, authorId },
      {
        title: canary('administration', seenBy),
        text: canary('administration', seenBy),
        sort: 'notice',
        to: [],
        teams: [],
        roles: [],
        classes: [],
        years: [],
        people: [],
        from_on: '2026-11-16',
        until_on: '2026-11-27',
        must_read: false,
        ...sent,
      },
      { ...nobody, ...audience },
      at,
    );
  const id = await putUp(people.teacher.personId, staff, { wholes: ['staff'] }, { must_read: true });
  await putUp(
    people.head.personId,
    [...staff, 'pupil'],
    { wholes: ['staff', 'pupil'] },
    { sort: 'bulletin', until_on: '2026-11-18' },
  );
  await putUp(people.head.personId, ['head', 'parent'], { wholes: ['family'] });
  await db
    .updateTable('posted_notice')
    .set({ version: 2 })
    .where('owner_id', '=', school.id)
    .where('id', '=', id)
    .execute();
  const texts = { title: canary('administration', staff), text: canary('administration', staff) };
  await keepText(db, { ownerId: school.id, id }, 2, texts, people.teacher.personId, at);
  const here = `/notices/${id}`;
  const sent = {
    title: 'Fire drill on Friday',
    text: 'The bell rings at ten.',
    to: 'staff',
    from_on: '2026-11-18',
    until_on: '2026-11-20',
  };
  return {
    'GET /notices': { path: '/notices', seenBy: members, openTo: ['other-head'] },
    'GET /notices/new': { path: '/notices/new', seenBy: staff, openTo: ['other-head'] },
    'POST /notices': { path: '/notices', fields: sent, by: staff },
    'GET /notices/earlier': [
      { path: '/notices/earlier', seenBy: members, openTo: ['other-head'] },
      { path: '/notices/earlier?words=bell&by=Puw&sort=notice', seenBy: members, openTo: ['other-head'] },
      { path: '/notices/earlier?whose=school', seenBy: ['head'], openTo: [...members, 'other-head'] },
    ],
    'GET /notices/missed': [
      { path: '/notices/missed', seenBy: members, openTo: ['other-head'] },
      { path: '/notices/missed?since=2026-11-01', seenBy: members, openTo: ['other-head'] },
    ],
    'GET /notices/bulletin': [
      { path: '/notices/bulletin', seenBy: staff, openTo: ['other-head'] },
      { path: '/notices/bulletin?day=2026-11-18', seenBy: staff, openTo: ['other-head'] },
    ],
    'GET /notices/:notice': { path: here, seenBy: staff },
    'GET /notices/:notice/change': { path: `${here}/change`, seenBy: keepers },
    'POST /notices/:notice/change': {
      path: `${here}/change`,
      fields: { ...sent, from_on: '2026-11-16', version: 2 },
      by: keepers,
    },
    'GET /notices/:notice/readers': { path: `${here}/readers`, seenBy: keepers },
    'GET /notices/:notice/history': { path: `${here}/history`, seenBy: staff },
    'POST /notices/:notice/read': {
      path: `${here}/read`,
      fields: { version: 1 },
      by: staff.filter((who) => who !== 'teacher'),
    },
    'POST /notices/:notice/put-away': { path: `${here}/put-away`, fields: {}, by: staff },
    'POST /notices/:notice/put-back': { path: `${here}/put-back`, fields: {}, by: staff },
    'POST /notices/:notice/end': { path: `${here}/end`, fields: {}, by: keepers },
    'POST /notices/:notice/restore': { path: `${here}/restore`, fields: {}, by: keepers },
  };
};
