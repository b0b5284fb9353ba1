import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { isId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { line } from '#platform/http/input.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { courseHref, groupHref } from '../addresses.ts';
import { openToLead } from '../course/open-course.ts';
import { coursePolicy } from '../course.policy.ts';
import { selectLearners } from '../progress/progress.queries.ts';
import { dealt } from './deal.ts';
import { groupOf, mostGroups } from './group.ts';
import { insertGroups, saveMembers, updateGroup } from './group.queries.ts';
import { groupsPage } from './groups.page.ts';

const common = { purpose: 'learning', access: coursePolicy, page: groupsPage } as const;
const named = z.object({ name: line('Give it a name.', 60) });

export const makeGroup = action(courseHref(':course', 'groups'), {
  ...common,
  input: named,
  async run(change, { name }) {
    const { course, groups } = await openToLead(change);
    if (groups.some((group) => group.name === name))
      throw new Refused({ name: t('There is one of that name.') });
    if (groups.length >= mostGroups)
      throw new Refused(t('A course has {n} groups at most.', { n: mostGroups }));
    const [id] = await insertGroups(change.tx, change.organisationId, course.id, [name], change.now);
    await change.record({ kind: 'course.group-made', itemId: course.id, body: { groupId: id, name } });
    return see(courseHref(course.id, 'groups'), t('It is made.'), groupHref(course.id, id!, 'end'));
  },
});

export const renameGroup = action(groupHref(':course', ':group'), {
  ...common,
  input: named,
  async run(change, { name }) {
    const { course, groups } = await openToLead(change);
    const group = groups.find(({ id }) => id === change.params.group);
    if (!group) throw new NotFound();
    if (groups.some((each) => each.name === name))
      throw new Refused({ name: t('There is one of that name.') });
    await updateGroup(change.tx, change.organisationId, { courseId: course.id, id: group.id }, { name });
    await change.record({
      kind: 'course.group-renamed',
      itemId: course.id,
      body: { groupId: group.id, before: group.name, name },
    });
    return see(courseHref(course.id, 'groups'), t('It is renamed.'));
  },
});

export const endGroup = action(groupHref(':course', ':group', 'end'), {
  ...common,
  input: z.object({}),
  run: (change) => setEnded(change, change.now),
});

export const restoreGroup = action(groupHref(':course', ':group', 'restore'), {
  ...common,
  input: z.object({}),
  run: (change) => setEnded(change, null),
});

/** Those who were in it are in none then, and in it again when it is brought back, unless they are in another. */
async function setEnded(change: Change, at: Date | null): Promise<See> {
  const { course, activities } = await openToLead(change);
  const id = change.params.group!;
  if (!isId(id)) throw new NotFound();
  const only = activities.find(({ groupIds }) => groupIds.includes(id));
  if (at !== null && only)
    throw new Refused(t('“{title}” is for this group. Say first whom it is for.', { title: only.title }));
  if (!(await updateGroup(change.tx, change.organisationId, { courseId: course.id, id }, { ended_at: at })))
    throw new Refused(at ? t('It is not there any more.') : t('It is there already.'));
  await change.record({
    kind: at ? 'course.group-ended' : 'course.group-restored',
    itemId: course.id,
    body: { groupId: id },
  });
  return at
    ? see(courseHref(course.id, 'groups'), t('The group is ended.'), groupHref(course.id, id, 'restore'))
    : see(courseHref(course.id, 'groups'), t('The group is back.'), groupHref(course.id, id, 'end'));
}

/** Puts learners into groups, each into one or none. Who was not shown stays where they are. */
export const saveGroupMembers = action(courseHref(':course', 'group-members'), {
  ...common,
  input: z.looseObject({}),
  async run(change, sent) {
    const { course, groups } = await openToLead(change);
    const present = await selectLearners(change.tx, change.who, course, change.today);
    const wanted = new Map<string, string | null>();
    for (const { personId } of present) {
      const chosen = sent[`in-${personId}`];
      if (typeof chosen !== 'string') continue;
      if (chosen !== '' && !groups.some(({ id }) => id === chosen))
        throw new Refused({ [`in-${personId}`]: t('Choose one from the list.') });
      if ((chosen || null) !== groupOf(groups, personId)) wanted.set(personId, chosen || null);
    }
    if (wanted.size === 0) throw new Refused(t('Nothing was changed.'));
    return move(change, { course, groups }, wanted, t('It is saved.'));
  },
});

/** Deals those who are in no group evenly, by lot. */
export const dealGroups = action(courseHref(':course', 'deal'), {
  ...common,
  input: z.object({}),
  async run(change) {
    const { course, groups } = await openToLead(change);
    const present = await selectLearners(change.tx, change.who, course, change.today);
    const without = present.map(({ personId }) => personId).filter((id) => groupOf(groups, id) === null);
    if (groups.length === 0) throw new Refused(t('Make a group first.'));
    if (without.length === 0) throw new Refused(t('Everybody is in a group.'));
    const wanted = dealt(
      without,
      groups.map(({ id, members }) => ({ id, size: members.length })),
      (below) => randomInt(below),
    );
    return move(
      change,
      { course, groups },
      wanted,
      tn(wanted.size, '{n} learner is in a group now.', '{n} learners are in a group now.'),
    );
  },
});

async function move(
  change: Change,
  { course, groups }: Pick<Awaited<ReturnType<typeof openToLead>>, 'course' | 'groups'>,
  wanted: ReadonlyMap<string, string | null>,
  said: string,
): Promise<See> {
  await saveMembers(change.tx, change.organisationId, course.id, wanted, change.now);
  await change.record({
    kind: 'course.groups-filled',
    itemId: course.id,
    body: {
      moved: [...wanted].map(([personId, to]) => ({ personId, from: groupOf(groups, personId), to })),
    },
  });
  return see(courseHref(course.id, 'groups'), said);
}
