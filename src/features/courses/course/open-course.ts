import { itemOf } from '#platform/access/select-item.ts';
import type { Item } from '#platform/access/who.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { coursePolicy } from '../course.policy.ts';
import type { Activity } from '../course.ts';
import { groupOf, isForGroup } from '../groups/group.ts';
import { selectCourse, type WholeCourse, type WithSettings } from './course.queries.ts';

export interface OpenedCourse extends Omit<WholeCourse, 'row' | 'course'> {
  course: NonNullable<WholeCourse['course']>;
  item: Item;
  /** It is theirs to write and to look after. */
  leads: boolean;
  /** They learn in it. */
  learns: boolean;
  /** The group they are in, if any. */
  groupId: string | null;
  ended: boolean;
}

/** The course in the address, for whoever may read it. Throws `NotFound`, or `NotAllowed` with whom to ask. */
export async function openCourse(visit: Visit, settings: WithSettings = 'none'): Promise<OpenedCourse> {
  const { who, params, now } = visit;
  if (!isId(params.course ?? '')) throw new NotFound();
  const { row, course, ...rest } = await selectCourse(visit.db, who, {
    id: params.course!,
    now,
    settings,
  });
  if (!row || !course || row.kind !== coursePolicy.kind) throw new NotFound();
  const item = itemOf(row, who);
  who.must('read', coursePolicy, item);
  const leads = who.may('lead', coursePolicy, item);
  if (item.endedAt !== null && !leads) throw new NotFound(t('This course was taken away.'));
  const groupId = groupOf(rest.groups, who.personId);
  const learns = !leads && course.publishedAt !== null && who.may('learn', coursePolicy, item);
  return {
    course,
    item,
    ...rest,
    // What opens later, and what is for other groups, is for those who lead it.
    ...(leads ? {} : forLearner(rest, { today: visit.today, groupId })),
    leads,
    groupId,
    learns,
    ended: item.endedAt !== null,
  };
}

function forLearner(
  { sections, activities, groups }: Pick<WholeCourse, 'sections' | 'activities' | 'groups'>,
  { today, groupId }: { today: string; groupId: string | null },
) {
  const open = sections.filter(({ opensOn }) => opensOn === null || opensOn <= today);
  const ids = new Set(open.map(({ id }) => id));
  return {
    sections: open,
    activities: activities.filter((each) => ids.has(each.sectionId) && isForGroup(each, groupId)),
    groups: groups.filter(({ id }) => id === groupId),
  };
}

/** The same for whoever leads it; nothing is written to what was taken away. */
export async function openToLead(visit: Visit, settings: WithSettings = 'none'): Promise<OpenedCourse> {
  const opened = await openCourse(visit, settings);
  visit.who.must('lead', coursePolicy, opened.item);
  if (opened.ended) throw new Refused(t('This course was taken away. Bring it back first.'));
  return opened;
}

/** The activity in the address, within its course. Throws as `openCourse` does, and `NotFound`. */
export async function openActivity(visit: Visit): Promise<OpenedCourse & { activity: Activity }> {
  const opened = await openCourse(visit, { of: visit.params.activity ?? '' });
  const activity = opened.activities.find(({ id }) => id === visit.params.activity);
  if (!activity) throw new NotFound();
  return { ...opened, activity };
}

export async function openActivityToLead(visit: Visit): Promise<OpenedCourse & { activity: Activity }> {
  const opened = await openToLead(visit, { of: visit.params.activity ?? '' });
  const activity = opened.activities.find(({ id }) => id === visit.params.activity);
  if (!activity) throw new NotFound();
  return { ...opened, activity };
}
