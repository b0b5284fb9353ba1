import type { Visit } from '#platform/http/context.ts';
import { page, roles } from '#platform/http/route.ts';
import { formatDate, formatMoment, t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { definitionList } from '#ui/definition-list.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { personName } from '#ui/person-name.ts';
import { table } from '#ui/table.ts';
import { absenceHref, absencesPath, pupilHref, sortInWords } from '../attendance.ts';
import { decidesLeave, isOffice, officeAudience, wholeReaders } from '../attendance.access.ts';
import { daysInWords } from './absence.ts';
import { type OpenedAbsence, selectAbsence } from './absences.queries.ts';
import { saidInWords, standsInWords } from './absences.page.ts';

type Data = Awaited<ReturnType<typeof selectAbsence>>;

/** One absence: what was said, what the registers say, and how the school settles it. */
export const absencePage = page(absenceHref(':absence'), {
  purpose: 'administration',
  access: roles(...wholeReaders),
  load: (visit) => selectAbsence(visit.db, visit.who, visit.params.absence!, visit.today),
  view: (data, visit) => ({
    title: t('{name} away: {days}', { name: data.absence.pupil, days: daysInWords(data.absence) }),
    audience: officeAudience(),
    trail: [{ label: t('What families say'), href: absencesPath }],
    body: view(data, visit),
  }),
});

const view = ({ absence, codes, marks }: Data, visit: Visit): Html =>
  html`${definitionList([
      {
        term: t('Pupil'),
        says: html`${personName({ name: absence.pupil })} <span class="meta">${absence.form ?? ''}</span>`,
      },
      { term: t('Why'), says: sortInWords(absence.sort) },
      {
        term: t('In their words'),
        says: absence.words !== '' && html`<span dir="auto">${absence.words}</span>`,
      },
      { term: t('Who said so'), says: saidInWords(absence) },
      { term: t('How it stands'), says: standsInWords(absence) },
      {
        term: t('What the family was answered'),
        says: absence.answer !== '' && html`<span dir="auto">${absence.answer}</span>`,
      },
      {
        term: t('Settled'),
        says:
          absence.settledAt !== null &&
          t('{name}, {when}', { name: absence.settledBy ?? '', when: formatMoment(absence.settledAt) }),
      },
    ])}
    ${whatToDo(absence, codes, visit)}
    <h2>${t('In the registers')}</h2>
    ${table({
      caption: t('Marks of these days'),
      captionHidden: true,
      columns: [{ label: t('Day') }, { label: t('Register') }, { label: t('Mark') }],
      rows: marks.map((mark) => [formatDate(mark.onDate, 'weekday'), mark.periodName, mark.code]),
      empty: t('No register of these days has been taken yet. What is said here is filled in when it is.'),
    })}
    ${quietActions([{ label: t('{name}’s year', { name: absence.pupil }), href: pupilHref(absence.pupilId), icon: 'calendar' }])}`;

function whatToDo(absence: OpenedAbsence, codes: Data['codes'], visit: Visit): Html | false {
  const { who } = visit;
  const mayTakeBack = isOffice(who) && absence.saidHow !== 'online';
  if (absence.takenBackAt !== null)
    return (
      mayTakeBack &&
      form({ action: absenceHref(absence.id, 'restore'), button: t('It was said after all'), quiet: true })
    );
  if (absence.decision !== null)
    return (
      maySettle(absence, visit) &&
      form({ action: absenceHref(absence.id, 'unsettle'), button: t('Settle it anew'), quiet: true })
    );
  return html`${maySettle(absence, visit) && settleForm(absence, codes, visit)}
  ${mayTakeBack && form({ action: absenceHref(absence.id, 'take-back'), button: t('This was a slip'), quiet: true })}`;
}

/** The head decides about leave, the office about everything else. */
export const maySettle = ({ sort }: Pick<OpenedAbsence, 'sort'>, { who }: Pick<Visit, 'who'>): boolean =>
  sort === 'leave' ? decidesLeave(who) : isOffice(who);

const settleForm = (absence: OpenedAbsence, codes: Data['codes'], visit: Visit): Html => {
  const leave = absence.sort === 'leave';
  return html`<section>
    <h2>${leave ? t('Decide about the leave') : t('Settle it')}</h2>
    ${form(
      {
        ...visit.formAt(absenceHref(absence.id, 'settle')),
        button: leave ? t('Answer the family') : t('Settle it'),
        hidden: { version: absence.version },
      },
      (f) => html`
        ${f.radios({
          name: 'decision',
          label: leave ? t('Your decision') : t('How it counts'),
          required: true,
          ...(leave ? {} : { initial: 'agreed' }),
          options: [
            { value: 'agreed', label: leave ? t('Agree to the leave') : t('It is a reason for being away') },
            {
              value: 'not-agreed',
              label: leave ? t('Not agree this time') : t('It is not accepted as a reason'),
            },
          ],
        })}
        ${
          codes.length > 0 &&
          f.select({
            name: 'code_id',
            label: t('Code in the registers'),
            hint: t(
              'Marks of these days that say no reason yet get it, and registers still to come. Other reasons stay.',
            ),
            initial: proposed(absence, codes),
            options: codes
              .filter(({ category }) => category !== 'present')
              .map(({ id, symbol, name }) => ({ value: id, label: `${symbol} ${name}` })),
          })
        }
        ${f.textarea({
          name: 'answer',
          label: t('A few words to the family'),
          hint: leave
            ? t('They read this. Say kindly why.')
            : t('They read this. Leave it empty if there is nothing to say.'),
          required: leave,
          maxlength: 1000,
          rows: 2,
        })}
      `,
    )}
  </section>`;
};

/** The code that fits what was said, in the national list or the plain one; nothing for what must be thought about. */
function proposed({ sort }: OpenedAbsence, codes: Data['codes']): string | undefined {
  const national = sort === 'ill' ? 'I' : sort === 'appointment' ? 'M' : undefined;
  if (national === undefined) return undefined;
  const fits = ({ list, national: of }: Data['codes'][number]): boolean =>
    of === (list === 'plain' ? 'R' : national);
  return codes.find(fits)?.id;
}
