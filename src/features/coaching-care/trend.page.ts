import { page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { evidenceLabel } from '#ui/label.ts';
import { table } from '#ui/table.ts';
import { selectTrend, type TrendAnswer, trendOf, type TrendRound } from '#features/coaching/index.ts';
import { catalogue, sourceLine } from '#features/evidence/index.ts';
import { belowCaseload, careAudience, carePath, careRoles, careTabs } from './care.ts';

/** How learners answered the three questions, round by round, over more than five relationships. */
export const trendPage = page(`${carePath}/trend`, {
  purpose: 'administration',
  access: careRoles,
  async load(visit) {
    const { counts, sizes } = await selectTrend(visit.db, visit.who, { today: visit.today });
    return trendOf(counts, sizes);
  },
  view: (rounds) => ({
    title: t('Three questions about working together'),
    audience: careAudience(
      t(
        'Shares of many answers. Who answered, what one of them said, and their words are on no page but their own.',
      ),
    ),
    trail: belowCaseload(),
    body: html`${careTabs('trend')}
      <p>
        ${evidenceLabel('self-report')}
        ${t('Learners are asked now and then, and answer if they like. Shown is a round that is over, where more than five relationships were spoken of. An answer given fewer than five times stays hidden, with the next smallest, and shares are in tenths. Your own answers, if you gave any, are left out.')}
      </p>
      ${rounds.length === 0 ? empty({ says: t('No round is over yet. The first is shown two weeks after it was opened.') }) : questions(rounds)}
      ${details(
        t('How answers are read'),
        html`<ul>
            ${catalogue().coaching.pulse.notes.map((note) => html`<li>${note}</li>`)}
          </ul>
          ${sourceLine(catalogue().coaching.pulse.source)}`,
      )}`,
  }),
});

/** One table a question: rounds across, answers down. */
const questions = (rounds: readonly TrendRound[]): Html =>
  html`${catalogue().coaching.pulse.questions.map(
    ({ asks, options }, at) =>
      html`<h2>${asks}</h2>
        ${table({
          caption: asks,
          captionHidden: true,
          columns: [
            { label: t('Answer'), wide: true },
            ...rounds.map(({ round }) => ({ label: formatDate(round), numeric: true })),
          ],
          rows: options.map(({ title }, option) => [
            title,
            ...rounds.map(({ questions: all }) => {
              const answers = all[at]?.answers;
              return answers ? tenthsInWords(answers[option]!.tenths) : t('too few');
            }),
          ]),
          empty: '',
        })}`,
  )}`;

const tenthsInWords = (tenths: TrendAnswer['tenths']): string =>
  tenths === null ? t('hidden') : tenths === 'most' ? t('more than 8 in 10') : t('{n} in 10', { n: tenths });
