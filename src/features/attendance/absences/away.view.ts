import type { Visit } from '#platform/http/context.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { awayHref, childHref, sortInWords } from '../attendance.ts';
import { daysInWords } from './absence.ts';
import { absenceFields } from './absence-fields.ts';
import type { Away } from './away.queries.ts';
import { howItStands, type SaidAbsence } from './said-absences.ts';

export const awayView = (away: Away, visit: Visit): Html =>
  html`${
      away.online
        ? form({ ...visit.formAt(awayHref(away.pupilId)), button: t('Tell the school') }, (f) =>
            absenceFields(f, { today: visit.today, first: away.first }),
          )
        : notice('info', t('At this school you ring or write to the office when a child is away.'))
    }
    <h2>${t('What the school has been told')}</h2>
    ${countedList({
      says: tn(
        away.said.length,
        '{n} absence in the last month or to come',
        '{n} absences in the last month or to come',
      ),
      items: away.said.map((each) => said(away, each)),
      empty: t('Nothing in the last month, and nothing to come.'),
    })}
    ${quietActions([{ label: t('{name} at school this year', { name: away.name }), href: childHref(away.pupilId), icon: 'calendar' }])}`;

const said = ({ pupilId }: Away, absence: SaidAbsence): Value =>
  html`<strong>${daysInWords(absence)}</strong>:
    ${absence.sort === null ? t('Away') : sortInWords(absence.sort)}${absence.words && html`. <span dir="auto">${absence.words}</span>`}<br /><span
      class="meta"
      >${howItStands(absence)}</span
    >${absence.answer && html`<br />${t('The school:')} <span dir="auto">${absence.answer}</span>`}
    ${
      absence.isMine &&
      absence.decision === null &&
      form({
        action: `${awayHref(pupilId)}/${absence.id}/take-back`,
        button: t('Take it back'),
        quiet: true,
        describe: t('Take it back: {days}', { days: daysInWords(absence) }),
      })
    }`;
