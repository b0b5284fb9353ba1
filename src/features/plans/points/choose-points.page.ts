import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { mostPlannable, type PlannableStatement, selectPlannable } from '#features/curriculum/index.ts';
import { yearWords } from '#features/people/index.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { filters } from '#ui/list.ts';
import { lessonHref, planHref } from '../addresses.ts';
import { planAudience } from '../audience.ts';
import { planPolicy } from '../plan.policy.ts';
import type { Lesson } from '../plan.ts';
import { planTrail } from '../plan-trail.ts';
import { openLessonToWrite } from '../lessons/open-lesson.ts';
import { type OpenedPlan, openToWrite } from '../scheme/open-plan.ts';

interface Choosing {
  opened: OpenedPlan;
  /** Undefined where the points of the plan as a whole are chosen. */
  lesson: Lesson | undefined;
  statements: PlannableStatement[];
  more: boolean;
  subjects: string[];
  filter: { subject: string; year: string; words: string };
}

async function load(visit: Visit, opened: OpenedPlan, lesson?: Lesson): Promise<Choosing> {
  const { plan } = opened;
  const { query } = visit;
  const asked = {
    // Before anybody chooses, what the plan itself is for.
    subject: (query.subject ?? plan.subject).slice(0, 80),
    year: (query.year ?? plan.yearKey).slice(0, 40),
    words: (query.words ?? '').trim().slice(0, 100),
  };
  const found = await selectPlannable(visit.db, visit.who, asked);
  // A subject that no curriculum calls so would hide all of them.
  if (query.subject === undefined && !found.subjects.includes(asked.subject)) {
    const filter = { ...asked, subject: '' };
    return { opened, lesson, ...(await selectPlannable(visit.db, visit.who, filter)), filter };
  }
  return { opened, lesson, ...found, filter: asked };
}

/** Chooses which points of the curriculum a plan takes up. */
export const choosePointsPage = page(planHref(':plan', 'points'), {
  purpose: 'learning',
  access: planPolicy,
  load: async (visit) => load(visit, await openToWrite(visit)),
  view: (data, visit) => content(data, visit),
});

/** The same for one lesson; what it takes up, its plan takes up. */
export const chooseLessonPointsPage = page(lessonHref(':plan', ':lesson', 'points'), {
  purpose: 'learning',
  access: planPolicy,
  async load(visit) {
    const { opened, lesson } = await openLessonToWrite(visit);
    return load(visit, opened, lesson);
  },
  view: (data, visit) => content(data, visit),
});

function content(data: Choosing, visit: Visit) {
  const { opened, lesson } = data;
  return {
    title: lesson
      ? t('Points that “{title}” takes up', { title: lesson.title })
      : t('Points that “{title}” takes up', { title: opened.plan.title }),
    audience: planAudience(visit.who),
    trail: [
      ...planTrail(opened.plan),
      ...(lesson ? [{ label: lesson.title, href: lessonHref(opened.plan.id, lesson.id) }] : []),
    ],
    body: view(data, visit),
  };
}

function view({ opened, lesson, statements, more, subjects, filter }: Choosing, visit: Visit): Html {
  const { plan, points } = opened;
  const path = lesson ? lessonHref(plan.id, lesson.id, 'points') : planHref(plan.id, 'points');
  const taken = new Set(
    points
      .filter((each) => !lesson || each.lessons.includes(lesson.id))
      .map(({ statementId }) => statementId),
  );
  const state = visit.formAt(path);
  return html`${filters(
    {
      action: path,
      values: { ...filter },
      narrowed: filter.words !== '' || filter.subject !== plan.subject || filter.year !== plan.yearKey,
      button: t('Find'),
    },
    (f) => [
      f.search({ name: 'words', label: t('Words') }),
      f.select({ name: 'subject', label: t('Subject'), all: t('All subjects'), options: subjects }),
      f.select({
        name: 'year',
        label: t('Year'),
        all: t('All years'),
        options: plan.yearKey === '' ? [] : [{ value: plan.yearKey, label: yearWords(plan.yearKey) }],
      }),
    ],
  )}
  ${more && html`<p>${t('More than {n} fit. Look for words to see the others.', { n: mostPlannable })}</p>`}
  ${
    statements.length === 0
      ? empty({
          says:
            subjects.length === 0
              ? t('No curriculum is in use here yet. Whoever leads learning can bring one in.')
              : t('No point fits. Try fewer words, or all years.'),
          ...(subjects.length === 0 ? { todo: { label: t('Curriculum'), href: '/curriculum' } } : {}),
        })
      : form(
          {
            ...state,
            action: path,
            button: t('Save these points'),
            values: { point: [...taken], ...state.values },
            hidden: { offered: statements.map(({ id }) => id).join(' ') },
            cancel: lesson ? lessonHref(plan.id, lesson.id) : planHref(plan.id),
          },
          (f) =>
            f.checkboxes({
              name: 'point',
              label: tn(statements.length, '{n} point', '{n} points'),
              unmarked: true,
              options: statements.map(({ id, code, words, stages, under, framework }) => ({
                value: id,
                label: [code, words].filter(Boolean).join(' '),
                hint: stages.join(', ') || undefined,
                group: under || framework,
              })),
            }),
        )
  }`;
}
