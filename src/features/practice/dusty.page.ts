import { onlyYou } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { linkButton } from '#ui/actions.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList, pager } from '#ui/list.ts';
import { myPractice, practiceHref } from './addresses.ts';
import { dustyWeeks, type OwnPractice, selectOwn } from './my-practice.queries.ts';
import { practiceTabs } from './practice-tabs.view.ts';
import { stageWords } from './stage-words.ts';

const perPage = 30;

/** What was begun and not touched for a while, with what one can do about it. No blame. Source: S3, Allen, "dusty folder". */
export const dustyPage = page(`${myPractice}/dusty`, {
  purpose: 'learning',
  access: members('staff'),
  async load(visit) {
    const number = visit.pageNumber;
    const at = { limit: perPage, offset: (number - 1) * perPage };
    return { number, ...(await selectOwn(visit.db, visit.who, 'dusty', visit.today, at)) };
  },
  view: ({ number, rows, total }, { who }) => ({
    title: t('Gathering dust'),
    audience: onlyYou(t('This list is yours. Nobody else is told what lies here.')),
    trail: [{ label: t('My practice'), href: myPractice }],
    body: html`${practiceTabs('dusty')}
      <p>
        ${tn(
          dustyWeeks,
          'What you began and have not touched for a week. It happens to most good intentions.',
          'What you began and have not touched for {n} weeks. It happens to most good intentions.',
        )}
        ${t('Take one up again, make it smaller, or let it go.')}
      </p>
      ${countedList({
        says: tn(total, '{n} practice', '{n} practices'),
        items: rows.map((row) => dustyEntry(row, who.personId)),
        empty: empty({ says: t('Nothing lies here.') }),
      })}
      ${pager({ page: number, pages: Math.ceil(total / perPage), path: `${myPractice}/dusty` })}`,
  }),
});

function dustyEntry(row: OwnPractice, me: string): Html {
  const practice = { ownerId: me, id: row.id };
  return html`<a href="${practiceHref(practice)}">${row.words}</a>
    <span class="meta"
      >${t('{stage}; last touched on {day}', {
        stage: stageWords(row.stage),
        day: formatDate(row.touchedAt, 'short'),
      })}</span
    >
    <div class="acts">
      ${form({
        action: practiceHref(practice, 'take-up'),
        button: t('Take it up again'),
        describe: t('Take it up again: {words}', { words: row.words }),
        quiet: true,
      })}
      ${linkButton({ label: t('Make it smaller'), href: practiceHref(practice, 'edit?smaller=yes') })}
      ${form({
        action: practiceHref(practice, 'let-go'),
        button: t('Let it go'),
        describe: t('Let it go: {words}', { words: row.words }),
        quiet: true,
      })}
    </div>`;
}
