import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { line, optionalDay, optionalId, optionalNumber, ticks } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import type { Activity } from '../course.ts';
import type { OpenedCourse } from '../course/open-course.ts';
import type { ActivityKind } from '../kinds/kind.ts';
import type { ActivityFields } from './activity.queries.ts';

/** What the form of every activity sends, beside what its kind adds. */
const common = {
  title: line('Give it a title.', 160),
  minutes: optionalNumber(1, 600),
  due_on: optionalDay(),
  requires: optionalId(),
  groups: ticks(100),
};

/** An activity as its form sent it, read by its kind. Throws `Refused`, field by field. */
export async function activityFrom(
  kind: ActivityKind,
  sent: Record<string, unknown>,
  visit: Visit,
  {
    others,
    groups,
  }: { others: readonly Pick<Activity, 'id' | 'requiresId'>[]; groups: readonly { id: string }[] },
  stored?: Pick<Activity, 'id' | 'requiresId' | 'settings'>,
): Promise<ActivityFields> {
  const read = z.object({ ...common, ...kind.input }).safeParse(sent);
  if (!read.success)
    throw new Refused(
      Object.fromEntries(read.error.issues.map(({ path, message }) => [String(path[0] ?? ''), t(message)])),
    );
  const {
    title,
    minutes,
    due_on: dueOn,
    requires,
    groups: groupIds,
    ...own
  } = read.data as z.output<z.ZodObject<typeof common>> & Record<string, unknown>;
  if (groupIds.some((chosen) => !groups.some(({ id }) => id === chosen)))
    throw new Refused({ groups: t('Choose from the list.') });
  if (requires !== null && !others.some(({ id }) => id === requires))
    throw new Refused({ requires: t('Choose one from the list.') });
  if (stored !== undefined && leadsTo(requires, stored.id, others))
    throw new Refused({ requires: t('That one comes after this one already.') });
  // What came first was taken away for now, so it was not among those to choose from.
  const isHidden = stored?.requiresId && !others.some(({ id }) => id === stored.requiresId);
  const requiresId = requires ?? (isHidden ? stored.requiresId : null);
  if (minutes !== null && !Number.isInteger(minutes))
    throw new Refused({ minutes: t('Write whole minutes.') });
  return {
    title,
    minutes,
    dueOn,
    requiresId,
    groupIds,
    settings: await kind.read(own, visit, stored?.settings),
  };
}

/** Whether what comes first of one, and of that, and so on, is in the end another. */
function leadsTo(
  from: string | null,
  to: string,
  all: readonly Pick<Activity, 'id' | 'requiresId'>[],
): boolean {
  const first = new Map(all.map(({ id, requiresId }) => [id, requiresId]));
  const seen = new Set<string>();
  for (let at = from; at !== null && !seen.has(at); at = first.get(at) ?? null) {
    if (at === to) return true;
    seen.add(at);
  }
  return false;
}

/** A stored one as its form shows it. */
export const activityValues = (kind: ActivityKind, activity: Activity): Record<string, unknown> => ({
  title: activity.title,
  minutes: activity.minutes,
  due_on: activity.dueOn,
  requires: activity.requiresId ?? '',
  groups: activity.groupIds,
  ...kind.values(kind.settings.parse(activity.settings)),
});

export const activityFields =
  (kind: ActivityKind, opened: OpenedCourse, others: readonly Pick<Activity, 'id' | 'title'>[]) =>
  (f: Fields): Html =>
    html`${f.text({ name: 'title', label: t('Title'), required: true, maxlength: 160 })}
    ${kind.fields(f, opened)}
    ${f.number({
      name: 'minutes',
      label: t('Minutes it takes'),
      hint: t('So that learners see how much a week asks of them.'),
      min: 1,
      max: 600,
      width: 'short',
    })}
    ${f.date({ name: 'due_on', label: t('By which day') })}
    ${
      others.length > 0 &&
      f.select({
        name: 'requires',
        label: t('What one does first'),
        options: [
          { value: '', label: t('Nothing') },
          ...others.map(({ id, title }) => ({ value: id, label: title })),
        ],
      })
    }
    ${
      opened.groups.length > 0 &&
      f.checkboxes({
        name: 'groups',
        label: t('For which groups'),
        hint: t('None ticked: for everybody.'),
        unmarked: true,
        options: opened.groups.map(({ id, name }) => ({ value: id, label: name })),
      })
    }`;
