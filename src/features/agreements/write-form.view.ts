import { formatNumber, t } from '#platform/i18n/i18n.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import type { Party } from './agreement.ts';
import { rowsFor } from './answer-values.ts';
import { shownParts, type FormPart } from './form-parts.ts';

interface WriteFormData {
  form: readonly FormPart[];
  partners: readonly Party[];
  priorities: readonly { id: string; title: string }[];
  programmeTitle: string;
  /** What the fields show; how many rows there are follows from it. */
  values: Readonly<Record<string, unknown>>;
}

/** The fields of the agreement, part by part. */
export const writeFields = (data: WriteFormData, f: Fields): Value =>
  shownParts(data.form).map((part) =>
    f.group(part.heading, partFields(part, data, f), part.help || undefined),
  );

function partFields(part: FormPart, data: WriteFormData, f: Fields): Value {
  const words = (label: string, rows = 3): Html =>
    f.textarea({ name: `part-${part.id}`, label, rows, required: part.required });
  switch (part.kind) {
    case 'focus':
      return focusFields(part, data, f);
    case 'places':
      return [
        f.checkboxes({
          name: 'places',
          label: t('Ways of keeping a record'),
          options: part.options.map(({ id, label }) => ({ value: id, label })),
        }),
        f.textarea({
          name: `part-${part.id}`,
          label: t('Other ways, in your own words'),
          hint: t('One a line. Each line becomes a place of its own.'),
          rows: 2,
        }),
      ];
    case 'observations':
      return [words(t('In your own words')), observationRows(data, f)];
    case 'preparations':
      return [
        preparationRows(part, data, f),
        f.textarea({ name: `part-${part.id}`, label: t('Anything else to say about it'), rows: 2 }),
      ];
    case 'review':
      return [
        words(t('In your own words')),
        f.date({ name: 'review_on', label: t('The day on which you look at it again'), required: true }),
      ];
    default:
      return words(t('In your own words'));
  }
}

function focusFields(part: FormPart, { priorities, programmeTitle }: WriteFormData, f: Fields): Value {
  return [
    priorities.length > 0 &&
      f.checkboxes({
        name: 'focus_priorities',
        label: t('From the priorities of the school'),
        options: priorities.map(({ id, title }) => ({ value: id, label: title })),
      }),
    f.checkbox({
      name: 'focus_topic',
      label: t('The topic of the programme: {topic}', { topic: programmeTitle }),
    }),
    f.textarea({
      name: 'focus_own',
      label: t('From what each of you wants to work on'),
      hint: t('One a line. Your starting points stay private; only what somebody writes here is shared.'),
    }),
    f.textarea({
      name: `part-${part.id}`,
      label: t('The focus, in your own words'),
      hint: t('Small enough to try in one lesson and to see in what pupils do.'),
      required: true,
    }),
    f.textarea({
      name: 'focus_pupils',
      label: t('Which pupils do you have in mind?'),
      hint: t('A group or a few pupils. First names or initials are enough.'),
      rows: 2,
      required: true,
    }),
    f.textarea({ name: 'focus_looks', label: t('What should their learning look like?'), rows: 2 }),
    f.textarea({ name: 'focus_know', label: t('How would you know?'), rows: 2 }),
  ];
}

/** Who observes whom, as one choice: with three partners there are six ways. */
const pairs = (partners: readonly Party[]) =>
  partners.flatMap((observer) =>
    partners
      .filter((observed) => observed !== observer)
      .map((observed) => ({
        value: `${observer.personId} ${observed.personId}`,
        label: t('{observer} observes {observed}', { observer: observer.name, observed: observed.name }),
      })),
  );

function observationRows({ partners, values }: WriteFormData, f: Fields): Value {
  const options = pairs(partners);
  return [
    html`<p class="hint">${t('An observation without a day is left out.')}</p>`,
    Array.from({ length: rowsFor(values).dates }, (_, row) =>
      f.group(
        t('Observation {number}', { number: formatNumber(row + 1) }),
        html`<input type="hidden" name="obs_id_${row}" value="${text(values[`obs_id_${row}`])}" />
          <div class="field-row">
            ${f.date({ name: `obs_on_${row}`, label: t('Day') })}
            ${f.time({ name: `obs_at_${row}`, label: t('Time') })}
            ${f.text({ name: `obs_place_${row}`, label: t('Class or room'), maxlength: 200 })}
          </div>
          ${f.select({ name: `obs_who_${row}`, label: t('Who observes whom'), options })}`,
      ),
    ),
  ];
}

function preparationRows(part: FormPart, { partners, values }: WriteFormData, f: Fields): Value {
  const who = partners.map(({ personId, name }) => ({ value: personId, label: name }));
  const row = (first: Html, suffix: string): Html =>
    html`<div class="field-row">
      ${first} ${f.select({ name: `prep_who_${suffix}`, label: t('Who sees to it'), options: who })}
      ${f.date({ name: `prep_by_${suffix}`, label: t('By when') })}
    </div>`;
  return [
    html`<p class="hint">${t('Where nobody is named, it is for all of you.')}</p>`,
    part.options.map(({ id, label }) =>
      f.group(label, row(f.checkbox({ name: `prep_${id}`, label: t('Still to do') }), id)),
    ),
    Array.from({ length: rowsFor(values).preparations }, (_, index) =>
      f.group(
        t('Something else'),
        html`<input type="hidden" name="prep_key_${index}" value="${text(values[`prep_key_${index}`])}" />
          ${row(
            f.text({ name: `prep_own_${index}`, label: t('What is still to be done'), maxlength: 300 }),
            `own_${index}`,
          )}`,
      ),
    ),
  ];
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
