import type { Visit } from '#platform/http/context.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { activityHref } from '../addresses.ts';
import type { Activity, Progress } from '../course.ts';
import type { OpenedCourse } from '../course/open-course.ts';

export const progressDraft = (activityId: string): string => `course:did:${activityId}`;

interface Written {
  draft: Record<string, unknown> | null | undefined;
  visit: Visit;
}

/** What one says of an activity, for oneself and whoever leads the course. */
export function progressForm(
  { course, progress }: OpenedCourse,
  activity: Activity,
  { draft, visit }: Written,
): Html {
  const action = activityHref(course.id, activity.id, 'progress');
  const { values, errors } = visit.formAt(action);
  const said = progress.find(({ activityId }) => activityId === activity.id);
  return html`<h2>${t('What you did with it')}</h2>
    ${form(
      {
        action,
        button: t('Save'),
        values: {
          done: said?.doneAt ? 'yes' : undefined,
          tried: said?.triedAt ? 'yes' : undefined,
          evidence: said?.evidence ?? '',
          ...draft,
          ...values,
        },
        errors,
        draft: progressDraft(activity.id),
        hidden: { version: said?.version ?? 0 },
        prefix: 'progress',
      },
      (f) => [
        f.checkbox({ name: 'done', label: t('Done') }),
        f.checkbox({
          name: 'tried',
          label: course.sort === 'staff' ? t('Tried with my pupils') : t('Tried by myself'),
        }),
        f.textarea({
          name: 'evidence',
          label: course.sort === 'staff' ? t('What came of it') : t('What I found out or made'),
          hint:
            course.sort === 'staff'
              ? t('What pupils said or did that shows it, also where nothing came of it. No names of pupils.')
              : t('A few words.'),
          rows: 3,
          maxlength: 4000,
        }),
      ],
    )}`;
}

/** The same once the course is closed: to be read. */
export function progressThen({ progress }: OpenedCourse, activity: Activity): Html | false {
  const said = progress.find(({ activityId }) => activityId === activity.id);
  return (
    said !== undefined &&
    html`<h2>${t('What you did with it')}</h2>
      <p>${didWords(said)}</p>
      ${said.evidence !== '' && html`<p class="as-written" dir="auto">${said.evidence}</p>`}`
  );
}

/** What one did with an activity, in words: never a share of anything. */
export const didWords = ({ doneAt, triedAt, evidence }: Progress): string =>
  formatList(
    [doneAt && t('done'), triedAt && t('tried'), evidence !== '' && t('said what came of it')].filter(
      (each): each is string => Boolean(each),
    ),
  );
