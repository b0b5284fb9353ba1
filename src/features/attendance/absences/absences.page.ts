import { page, roles } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { html, type Html } from '#ui/html.ts';
import { addressOf, countedList, pager } from '#ui/list.ts';
import { personName } from '#ui/person-name.ts';
import { tabs } from '#ui/tabs.ts';
import { absenceHref, absencesPath, howInWords, sortInWords } from '../attendance.ts';
import { decidesLeave, isOffice, officeAudience, wholeReaders } from '../attendance.access.ts';
import { officeTabs } from '../office-tabs.view.ts';
import { daysInWords } from './absence.ts';
import { absencesAPage, type ListedAbsence, selectAbsences, type Shows, shows } from './absences.queries.ts';

/** What families say: what waits for the school first. */
export const absencesPage = page(absencesPath, {
  purpose: 'administration',
  access: roles(...wholeReaders),
  async load(visit) {
    const shown = shows.find((each) => each === visit.query.show) ?? 'waiting';
    return {
      shown,
      ...(await selectAbsences(visit.db, visit.who, shown, { today: visit.today, page: visit.pageNumber })),
    };
  },
  view: ({ shown, absences, total, counts }, visit) => ({
    title: t('What families say'),
    audience: officeAudience(),
    trail: [{ label: t('School'), href: '/school' }],
    ...(isOffice(visit.who) && {
      action: { label: t('Write down what somebody said'), href: `${absencesPath}/new` },
    }),
    body: html`${officeTabs(visit.who, absencesPath)}
    ${tabs(
      t('Which are shown'),
      shows.map((each) => ({
        label: showsInWords(each),
        href: addressOf(absencesPath, { show: each === 'waiting' ? undefined : each }),
        current: each === shown,
        ...(each === 'waiting' && { count: counts.waiting + counts.leave }),
      })),
    )}
    ${
      counts.leave > 0 &&
      html`<p>
        ${tn(counts.leave, '{n} family asks for leave.', '{n} families ask for leave.')}
        ${decidesLeave(visit.who) ? t('That is for you to decide.') : t('The head decides about that.')}
      </p>`
    }
    ${countedList({
      says: tn(total, '{n} absence', '{n} absences'),
      items: absences.map(line),
      empty:
        shown === 'waiting'
          ? t('Nothing waits. What families say comes in here.')
          : t('Nothing was said of these days.'),
    })}
    ${pager({ page: visit.pageNumber, pages: Math.ceil(total / absencesAPage), path: absencesPath, query: { show: shown === 'waiting' ? undefined : shown } })}`,
  }),
});

const showsInWords = (each: Shows): string =>
  ({ waiting: () => t('To be settled'), now: () => t('Today and the next seven days'), all: () => t('All') })[
    each
  ]();

const line = (absence: ListedAbsence): Html =>
  html`${personName({ name: absence.pupil, href: absenceHref(absence.id) })}
    <span class="meta">${absence.form ?? ''}</span><br />
    ${daysInWords(absence)}:
    ${sortInWords(absence.sort)}${absence.words !== '' && html`. <span dir="auto">${absence.words}</span>`}<br />
    <span class="meta">${saidInWords(absence)}. ${standsInWords(absence)}</span>`;

/** Who said it, how and when. */
export const saidInWords = ({
  saidHow,
  saidBy,
  saidOn,
  writtenBy,
}: ListedAbsence | Omit<ListedAbsence, 'total'>): string =>
  saidHow === 'online'
    ? t('{name}, online, {day}', { name: writtenBy, day: formatDate(saidOn, 'short') })
    : t('{who}, {how}, {day}; written down by {name}', {
        who: saidBy,
        how: howInWords(saidHow).toLocaleLowerCase(),
        day: formatDate(saidOn, 'short'),
        name: writtenBy,
      });

/** How the school settled it. */
export function standsInWords(
  absence: Pick<ListedAbsence, 'takenBackAt' | 'decision' | 'sort' | 'code'>,
): string {
  if (absence.takenBackAt !== null) return t('Taken back.');
  if (absence.decision === null)
    return absence.sort === 'leave' ? t('Waits for the head.') : t('Waits for the office.');
  const words =
    absence.sort === 'leave'
      ? absence.decision === 'agreed'
        ? t('Leave agreed.')
        : t('Leave not agreed.')
      : absence.decision === 'agreed'
        ? t('Accepted.')
        : t('Not accepted as a reason.');
  return absence.code === null ? words : `${words} ${t('Code: {code}.', { code: absence.code })}`;
}
