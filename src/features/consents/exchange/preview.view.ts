import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import { consentLabel } from '../consent.ts';
import { purposeTitle } from '../purposes.ts';
import { confirmedText } from './confirmed.ts';
import type { StandingAnswer } from './existing.queries.ts';
import { importPath } from './import.page.ts';
import type { PlannedAnswer } from './plan-answers.ts';
import type { LeftOut } from './read-list.ts';

interface Preview {
  changes: readonly PlannedAnswer[];
  leftOut: readonly LeftOut[];
  unchanged: number;
  /** Rows that give no answer. */
  silent: number;
}

/** So many changes are shown; all of them are written down. */
const mostShown = 300;

export function previewView({ changes, leftOut, unchanged, silent }: Preview): Html {
  return html`<ul class="items dense">
      <li>${tn(changes.length, '{n} answer would be written down', '{n} answers would be written down')}</li>
      ${unchanged > 0 && html`<li>${tn(unchanged, '{n} stands already', '{n} stand already')}</li>`}
      ${silent > 0 && html`<li>${tn(silent, '{n} row gives no answer that stands', '{n} rows give no answer that stands')}</li>`}
      ${leftOut.length > 0 && html`<li>${tn(leftOut.length, '{n} row is left out, for the reason beside it', '{n} rows are left out, for the reason beside each')}</li>`}
    </ul>
    ${leftOut.length > 0 && leftOutTable(leftOut)} ${changes.length > 0 ? confirm(changes) : nothingToDo()}`;
}

const leftOutTable = (leftOut: readonly LeftOut[]): Html =>
  table({
    caption: t('Rows that are left out'),
    columns: [{ label: t('Row') }, { label: t('Pupil') }, { label: t('Why'), wide: true }],
    rows: leftOut.slice(0, mostShown).map(({ line, who, why }) => [line, who, why]),
    empty: '',
  });

const confirm = (changes: readonly PlannedAnswer[]): Html =>
  html`${table({
    caption:
      changes.length > mostShown
        ? t('What would be written down; the first {n} of {all}', { n: mostShown, all: changes.length })
        : t('What would be written down'),
    columns: [
      { label: t('Pupil') },
      { label: t('Purpose') },
      { label: t('As it stands') },
      { label: t('Would stand') },
      { label: t('Who said so') },
    ],
    rows: changes
      .slice(0, mostShown)
      .map((change) => [
        change.pupil,
        purposeTitle(change.purpose),
        before(change.before),
        after(change),
        t('{who}, {day}', { who: change.givenBy, day: formatDate(change.givenOn, 'short') }),
      ]),
    empty: '',
  })}
  ${form({
    action: `${importPath}/apply`,
    button: tn(changes.length, 'Write {n} answer down', 'Write {n} answers down'),
    hidden: { answers: confirmedText(changes) },
    cancel: importPath,
  })}`;

const before = (standing: StandingAnswer | null): string =>
  standing === null
    ? consentLabel('none')
    : standing.takenBackOn !== null
      ? t('Taken back')
      : inWords(standing);

const after = (change: PlannedAnswer): string => inWords(change);

const inWords = ({ answer, until }: Pick<StandingAnswer, 'answer' | 'until'>): string =>
  until === null
    ? consentLabel(answer)
    : t('{answer}, until {day}', { answer: consentLabel(answer), day: formatDate(until, 'short') });

const nothingToDo = (): Html =>
  empty({
    says: t('There is nothing to write down.'),
    todo: { label: t('Read another list'), href: importPath },
  });
