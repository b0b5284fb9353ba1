import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { icon, type IconName } from '#ui/icons.ts';
import { addressOf, filters, pager } from '#ui/list.ts';
import { table } from '#ui/table.ts';
import { yearWords } from '#features/people/index.ts';
import { classHref, consentLabel, consentsPath, pupilHref, renewalDays, type Standing } from './consent.ts';
import { consentPurpose, consentPurposes, purposeTitle } from './purposes.ts';
import { pupilsAPage, queryOf } from './register-filter.ts';
import type {
  RegisterCount,
  RegisterFilter,
  RegisterPupil,
  RegisterUnit,
  Sought,
} from './register.queries.ts';

interface RegisterData {
  pupils: readonly RegisterPupil[];
  total: number;
  counts: readonly RegisterCount[];
  units: readonly RegisterUnit[];
  filter: RegisterFilter;
  whole: boolean;
  keeps: boolean;
  pageNumber: number;
}

const signs: Readonly<Record<Standing, IconName>> = {
  given: 'check',
  refused: 'absent',
  none: 'question',
  lapsed: 'clock',
};

/** How it stands, as a mark and words. */
export const standingMark = (standing: Standing, words = consentLabel(standing)): Html =>
  html`<span class="chip">${icon(signs[standing])}${words}</span>`;

export function registerView(data: RegisterData): Html {
  const { filter, total, pageNumber } = data;
  return html`${toDo(data)} ${narrowing(data)} ${sums(data)}
    <p class="count">${tn(total, '{n} pupil', '{n} pupils')}</p>
    ${pupilsTable(data)}
    ${pager({ page: pageNumber, pages: Math.ceil(total / pupilsAPage), path: consentsPath, query: queryOf(filter) })}
    ${quietActions([
      {
        label: t('What families are asked: a letter to print'),
        href: `${consentsPath}/letter`,
        icon: 'print',
      },
      ...(data.whole
        ? [
            {
              label: t('This list as a sheet'),
              href: addressOf(`${consentsPath}/register.csv`, queryOf(filter)),
              icon: 'download' as const,
            },
          ]
        : []),
      ...(data.keeps
        ? [
            { label: t('Ask the families'), href: `${consentsPath}/asking`, icon: 'mail' as const },
            { label: t('Read answers from a list'), href: `${consentsPath}/import`, icon: 'file' as const },
          ]
        : []),
    ])}`;
}

/** Where the class is chosen, its answers are written down from here, purpose by purpose. */
function toDo({ keeps, filter, units }: RegisterData): Html | false {
  if (!keeps) return false;
  const unit = units.find(({ id }) => id === filter.unitId);
  if (!unit) return html`<p>${t('Choose a class below to write down the answers of its pupils.')}</p>`;
  return html`<section>
    <h2>${t('Write down answers of {unit}', { unit: unit.name })}</h2>
    <ul class="items dense">
      ${consentPurposes().map(({ id }) => html`<li><a href="${classHref(unit.id, id)}">${purposeTitle(id)}</a></li> `)}
    </ul>
  </section>`;
}

const soughtInWords = (each: Sought): string =>
  each === 'soon' ? t('Runs out within {n} days', { n: renewalDays }) : consentLabel(each);

function narrowing({ filter, units }: RegisterData): Html {
  const values = {
    unit: filter.unitId,
    purpose: filter.purposes.length === 1 ? filter.purposes[0] : '',
    answer: filter.standing,
    q: filter.search,
  };
  return filters(
    {
      action: consentsPath,
      values,
      button: t('Show'),
      narrowed: queryIsNarrow(filter),
    },
    (f) =>
      html`${f.select({ name: 'unit', label: t('Class'), unmarked: true, all: t('All classes'), options: units.map(({ id, name }) => ({ value: id, label: name })) })}
      ${f.select({ name: 'purpose', label: t('Purpose'), unmarked: true, all: t('All purposes'), options: consentPurposes().map(({ id }) => ({ value: id, label: purposeTitle(id) })) })}
      ${f.select({ name: 'answer', label: t('Answer'), unmarked: true, all: t('All answers'), options: (['none', 'given', 'refused', 'lapsed', 'soon'] as const).map((value) => ({ value, label: soughtInWords(value) })) })}
      ${f.search({ name: 'q', label: t('Name'), unmarked: true })}`,
  );
}

const queryIsNarrow = (filter: RegisterFilter): boolean =>
  Object.values(queryOf(filter)).some((value) => value !== undefined && value !== '');

/** How many have said what, of all that fit class and name, whatever answer is filtered for. */
function sums({ counts, filter }: RegisterData): Html | false {
  const shown = filter.purposes.flatMap((id) => counts.find(({ purpose }) => purpose === id) ?? []);
  return (
    shown.length > 0 &&
    html`<ul class="items dense">
      ${shown.map(
        (count) =>
          html`<li>
            ${t(consentPurpose(count.purpose)!.short)}:
            <strong>${t('given {n} of {all}', { n: count.given, all: count.pupils })}</strong
            >${besides(count).map((words) => html`, ${words}`)}
          </li> `,
      )}
    </ul>`
  );
}

const besides = ({ refused, lapsed, none, soon }: RegisterCount): string[] => [
  ...(refused > 0 ? [t('refused {n}', { n: refused })] : []),
  ...(none > 0 ? [t('no answer yet {n}', { n: none })] : []),
  ...(lapsed > 0 ? [t('ran out {n}', { n: lapsed })] : []),
  ...(soon > 0 ? [t('{n} of those given run out within {days} days', { n: soon, days: renewalDays })] : []),
];

function pupilsTable({ pupils, filter, units }: RegisterData): Html {
  return table({
    caption: t('Pupils and how it stands for each purpose'),
    captionHidden: true,
    columns: [
      { label: t('Pupil') },
      ...filter.purposes.map((id) => ({ label: t(consentPurpose(id)!.short) })),
    ],
    rows: pupils.map((pupil) => [
      html`<a href="${pupilHref(pupil.personId)}">${pupil.name}</a>${
          pupil.yearLabel !== null && html`<br /><span class="meta">${yearWords(pupil.yearLabel)}</span>`
        }`,
      ...filter.purposes.map((id) => cell(pupil.answers?.[id])),
    ]),
    empty: empty({
      says: queryIsNarrow(filter)
        ? t('No pupil fits. Show everything to see the others.')
        : units.length > 0
          ? t('No pupil is in these classes yet.')
          : t('No pupil is here yet. They come with an import.'),
    }),
  });
}

/** In a box of its own: on a phone a cell is a grid, with its label beside it. */
function cell(answer: NonNullable<RegisterPupil['answers']>[string] | undefined): Html {
  if (!answer) return html`<div>${standingMark('none')}</div>`;
  const { answer: standing, until, takenBack } = answer;
  return html`<div>
    ${standingMark(standing, takenBack ? t('Taken back') : consentLabel(standing))}${
      until !== null &&
      standing !== 'refused' &&
      html`<br /><span class="meta">${t('until {day}', { day: formatDate(until, 'short') })}</span>`
    }
  </div>`;
}
