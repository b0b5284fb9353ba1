import { formatList, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { planHref, pointHref } from '../addresses.ts';
import type { Lesson, Plan, Point } from '../plan.ts';

interface Points {
  plan: Pick<Plan, 'id'>;
  points: readonly Point[];
  lessons: readonly Lesson[];
  writes: boolean;
}

/** The points of the curriculum that a plan takes up, and where a newer version of it says otherwise. */
export function pointsOfPlan({ plan, points, lessons, writes }: Points): Html {
  const moved = points.filter(({ newer }) => newer?.id);
  return html`<h2>${t('Points of the curriculum')}</h2>
    ${countedList({
      says: tn(points.length, '{n} point', '{n} points'),
      items: points.map((point) => pointLine(point, lessons)),
      empty: html`<p class="empty">${t('This plan names no point of the curriculum yet.')}</p>`,
    })}
    ${
      writes &&
      moved.length > 0 &&
      form({
        action: planHref(plan.id, 'newer'),
        button: tn(moved.length, 'Take over the newer version', 'Take over the newer version of {n} points'),
        quiet: true,
      })
    }
    ${writes && quietActions([{ label: t('Choose points'), href: planHref(plan.id, 'points'), icon: 'edit' }])}`;
}

const pointLine = (
  { statementId, code, words, lessons: ids, newer }: Point,
  lessons: readonly Lesson[],
): Value => {
  const of = lessons.filter(({ id }) => ids.includes(id)).map(({ title }) => title);
  return html`<a href="${pointHref(statementId)}" dir="auto"
      >${code !== '' && html`<bdi>${code}</bdi> `}${words}</a
    >
    ${of.length > 0 && html`<span class="meta">${t('In: {lessons}', { lessons: formatList(of) })}</span>`}
    ${
      newer &&
      html`<span class="meta"
        >${
          newer.id === null
            ? t('The newer version of the curriculum has this no more.')
            : newer.words === words
              ? t('The curriculum has a newer version, with the same words.')
              : t('The newer version says: {words}', { words: newer.words })
        }</span
      >`
    }`;
};
