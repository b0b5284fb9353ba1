import type { Visit } from '#platform/http/context.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import type { Absence } from '../absences/absence.ts';
import { daysInWords } from '../absences/absence.ts';
import { saidInWords, standsInWords } from '../absences/absences.page.ts';
import { absenceHref, pupilHref, sortInWords } from '../attendance.ts';
import { isOffice, readsWhole } from '../attendance.access.ts';
import { notesView } from '../patterns/notes.view.ts';
import type { PupilYearPage } from './year.queries.ts';
import { dayCounts, inDays, monthsTable, otherDays, sumInWords, yearPicture } from './year.view.ts';

export const pupilView = ({ year, absences, notes, readsHand }: PupilYearPage, visit: Visit): Html =>
  html`<p class="meta">${year.form ?? ''}</p>
    <p><strong>${inDays(dayCounts(year.sessions))}</strong>. ${sumInWords(year)}</p>
    ${yearPicture(year)} ${monthsTable(year)} ${otherDays(year)}
    <h2>${t('What was said')}</h2>
    ${countedList({
      says: tn(absences.length, '{n} absence was explained', '{n} absences were explained'),
      items: absences.map((absence) => said(absence, visit)),
      empty: t('Nothing was said this school year.'),
    })}
    ${readsHand && notesView(year.id, notes, visit)}
    ${quietActions([
      ...(isOffice(visit.who)
        ? [
            {
              label: t('Write down what somebody said'),
              href: pupilHref(year.id, 'away'),
              icon: 'edit' as const,
            },
          ]
        : []),
      { label: t('Record to print'), href: pupilHref(year.id, 'record'), icon: 'print' },
      { label: t('The pupil’s page'), href: `/people/${year.id}`, icon: 'pupils' },
    ])}`;

const said = (absence: Absence, { who }: Visit): Html => {
  const days = `${daysInWords(absence)}: ${sortInWords(absence.sort)}`;
  return html`${readsWhole(who) ? html`<a href="${absenceHref(absence.id)}">${days}</a>` : days}${
      absence.words !== '' && html`. <span dir="auto">${absence.words}</span>`
    }<br /><span class="meta">${saidInWords({ ...absence, form: null })}. ${standsInWords(absence)}</span>`;
};
