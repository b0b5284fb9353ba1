import { onlyYou } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList, pager } from '#ui/list.ts';
import { myPractice, practiceHref } from './addresses.ts';
import { type OwnPractice, selectOwn } from './my-practice.queries.ts';
import { practiceTabs } from './practice-tabs.view.ts';
import { stageWords } from './stage-words.ts';

const perPage = 30;

/** What one practises, what is due first. */
export const myPracticePage = page(myPractice, {
  purpose: 'learning',
  access: members('staff'),
  async load(visit) {
    const number = visit.pageNumber;
    const at = { limit: perPage, offset: (number - 1) * perPage };
    return { number, ...(await selectOwn(visit.db, visit.who, 'going', visit.today, at)) };
  },
  view({ number, rows, total, dusty }, visit) {
    const due = rows.filter(({ dueOn }) => dueOn !== null && dueOn <= visit.today).length;
    return {
      title: t('My practice'),
      audience: onlyYou(
        t('This list is yours. Each practice says who else may read it. Nobody counts them.'),
      ),
      ...(due > 0 && {
        status: { where: tn(due, 'One is to be met again today.', '{n} are to be met again today.') },
      }),
      action: { label: t('Begin to practise something'), href: `${myPractice}/new` },
      body: html`${practiceTabs('going')}
      ${countedList({
        says: tn(total, '{n} practice', '{n} practices'),
        items: rows.map((row) => practiceEntry(row, visit)),
        empty: empty({
          says: t(
            'Nothing is begun. One small change is enough: something you do in class, rehearsed, tried, and met again until it goes by itself.',
          ),
        }),
      })}
      ${pager({ page: number, pages: Math.ceil(total / perPage), path: myPractice })}
      ${
        dusty > 0 &&
        html`<p>
          <a href="${myPractice}/dusty"
            >${tn(dusty, 'One was begun and not touched for a while.', '{n} were begun and not touched for a while.')}</a
          >
        </p>`
      }
      ${quietActions([
        { label: t('Techniques to choose from'), href: '/practice/techniques', icon: 'practice' },
        { label: t('Showing and seeing'), href: '/practice/exchange', icon: 'peer' },
        { label: t('Rubrics to choose what to practise'), href: '/rubrics', icon: 'evidence' },
        { label: t('My try-outs'), href: '/my-learning/try-outs', icon: 'pupils' },
      ])}`,
    };
  },
});

/** One line of one's own list. */
export const practiceEntry = (
  row: OwnPractice,
  { who, today }: { who: { personId: string }; today: string },
): Html =>
  html`<a href="${practiceHref({ ownerId: who.personId, id: row.id })}">${row.words}</a>
    <span class="meta"
      >${[
        row.whereUsed,
        stageWords(row.stage),
        dueWords(row, today),
        row.shared ? t('shared') : t('only you'),
      ]
        .filter(Boolean)
        .join('; ')}</span
    >`;

function dueWords({ dueOn, relapse }: OwnPractice, today: string): string {
  if (dueOn === null) return '';
  if (dueOn <= today) return relapse ? t('look whether the old habit is back') : t('meet it again now');
  return t('next on {day}', { day: formatDate(dueOn, 'weekday') });
}
