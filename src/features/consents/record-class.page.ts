import type { Visit } from '#platform/http/context.ts';
import { page, roles } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { form, type Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { addressOf } from '#ui/list.ts';
import { table } from '#ui/table.ts';
import { tabs } from '#ui/tabs.ts';
import { answerFields } from './answer-fields.ts';
import { classHref, consentLabel, consentsPath } from './consent.ts';
import { consentKeepers, consentsAudience } from './consents.access.ts';
import { type ClassConsents, selectClass } from './class.queries.ts';
import { consentPurpose, consentPurposes, purposeTitle } from './purposes.ts';
import { standingMark } from './register.view.ts';
import type { FilmedPupil } from './standing.ts';
import { usualUntil } from './year-end.ts';

/** The name of a pupil's answer in the form of a class. */
export const answerField = (personId: string): string => `answer-${personId}`;

/** The answers of a whole class for one purpose, written down from a pile of paper: tab to a pupil, arrow to an answer. */
export const recordClassPage = page(`${consentsPath}/classes/:unit/:purpose`, {
  purpose: 'administration',
  access: roles(...consentKeepers),
  load: (visit) =>
    selectClass(
      visit.db,
      visit.who,
      { unitId: visit.params.unit!, purpose: visit.params.purpose! },
      visit.today,
    ),
  view: (data, visit) => ({
    title: t('Answers of {unit}', { unit: data.name }),
    audience: consentsAudience(),
    trail: [
      { label: t('Consents'), href: consentsPath },
      { label: data.name, href: addressOf(consentsPath, { unit: data.unitId }) },
    ],
    body: html`${tabs(
        t('Purposes'),
        consentPurposes().map(({ id, short }) => ({
          label: t(short),
          href: classHref(data.unitId, id),
          current: id === data.purpose,
        })),
      )}
      <h2>${purposeTitle(data.purpose)}</h2>
      <p>${t('The families are told: “{words}”', { words: t(consentPurpose(data.purpose)!.plain) })}</p>
      ${
        data.pupils.length === 0
          ? empty({ says: t('No pupil is in this class today.') })
          : sheetForm(data, visit)
      }`,
  }),
});

const sheetForm = (data: ClassConsents, visit: Visit): Html =>
  form(
    {
      ...visit.formAt(classHref(data.unitId, data.purpose)),
      button: t('Write these answers down'),
      cancel: addressOf(consentsPath, { unit: data.unitId }),
    },
    (f) =>
      html`${answerFields(f, {
        today: visit.today,
        until: usualUntil(data.yearEnd, visit.today),
        hint: t(
          'For all papers of this pile, for instance “Parent or carer”. Where it matters who, write it on the pupil’s page.',
        ),
      })}
      ${table({
        caption: t('Mark what the papers say. Who is left at “No paper” stays as it is.'),
        columns: [{ label: t('Pupil') }, { label: t('As it stands') }, { label: t('On the paper') }],
        rows: data.pupils.map((pupil) => [pupil.name, asItStands(pupil), answerRadios(f, pupil)]),
        empty: '',
      })}`,
  );

const asItStands = ({ answer, until }: FilmedPupil): Html =>
  html`<div>
    ${standingMark(answer)}${
      until !== null &&
      html`<br /><span class="meta">${t('until {day}', { day: formatDate(until, 'short') })}</span>`
    }
  </div>`;

const answerRadios = (f: Fields, { personId, name }: FilmedPupil): Html =>
  html`<div class="consent-answer">
    ${f.radios({
      name: answerField(personId),
      label: t('Answer for {name}', { name }),
      labelHidden: true,
      unmarked: true,
      initial: 'as-it-is',
      options: [
        { value: 'as-it-is', label: t('No paper') },
        { value: 'given', label: consentLabel('given') },
        { value: 'refused', label: consentLabel('refused') },
      ],
    })}
  </div>`;
