import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { choice, line, prose } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import { rubrics, TeachingDomain } from '#features/evidence/index.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { domainInWords, type Exemplar, phaseInWords, phases, rowOf, rowValue } from './exemplar.ts';

/** What is said of an example, when it is offered and when that is changed. */
export const exemplarInput = {
  domain: choice(TeachingDomain.options, 'Choose what it shows.'),
  row: z.string().max(120).default(''),
  subject: line('Say in which subject.', 60),
  phase: choice(phases, 'Choose for which pupils.'),
  look_for: prose('Say what to look for.', 2_000),
  not_shown: prose('Say what it does not show.', 2_000),
};

export type SaidOfExemplar = z.output<z.ZodObject<typeof exemplarInput>>;

/** A row belongs to the rubric of the domain that was chosen, or is none. The field and what is wrong with it. */
export function wrongRow({ row, domain }: Partial<SaidOfExemplar>): Record<string, string> {
  if (!row) return {};
  const known = rowOf(row);
  if (!known) return { row: t('Choose one from the list.') };
  return domain && known.rubric.domain !== domain
    ? {
        row: t('This stands under “{domain}”. Choose one of what it shows, or none.', {
          domain: domainInWords(known.rubric.domain),
        }),
      }
    : {};
}

/** As it is kept. Throws `Refused` where the row is of another domain. */
export function readExemplar(said: SaidOfExemplar): Omit<Exemplar, 'id' | 'version'> {
  const wrong = wrongRow(said);
  if (Object.keys(wrong).length > 0) throw new Refused(wrong);
  const named = rowOf(said.row);
  return {
    domain: said.domain,
    subject: said.subject,
    phase: said.phase,
    rubric: named?.rubric.id ?? null,
    rubricRow: named?.row.id ?? null,
    lookFor: said.look_for,
    notShown: said.not_shown,
  };
}

/** As its form shows it. */
export const exemplarValues = (exemplar: Omit<Exemplar, 'id' | 'version'>): Record<string, string> => ({
  domain: exemplar.domain,
  row: rowValue(exemplar.rubric, exemplar.rubricRow),
  subject: exemplar.subject,
  phase: exemplar.phase,
  look_for: exemplar.lookFor,
  not_shown: exemplar.notShown,
});

export const exemplarFields = (f: Fields): Html => html`
  ${f.radios({
    name: 'domain',
    label: t('What it shows'),
    options: TeachingDomain.options.map((value) => ({ value, label: domainInWords(value) })),
    required: true,
  })}
  ${f.select({
    name: 'row',
    label: t('A row of the rubric'),
    hint: t('The words of that row then stand beside the film, to talk with. Nothing is measured by them.'),
    options: [
      { value: '', label: t('None') },
      ...rubrics().flatMap((rubric) =>
        rubric.rows.map((row) => ({
          value: rowValue(rubric.id, row.id),
          label: t(row.title),
          group: t(rubric.title),
        })),
      ),
    ],
  })}
  ${f.text({ name: 'subject', label: t('Subject'), hint: t('As colleagues would look for it: mathematics, Welsh, PE.'), required: true, width: 'middle' })}
  ${f.select({
    name: 'phase',
    label: t('For pupils of'),
    options: [
      { value: '', label: t('Choose one') },
      ...phases.map((value) => ({ value, label: phaseInWords(value) })),
    ],
    required: true,
  })}
  ${f.textarea({
    name: 'look_for',
    label: t('What to look for'),
    hint: t('What you do, and what pupils do then. Say when: “from 0:20”.'),
    required: true,
    rows: 3,
  })}
  ${f.textarea({
    name: 'not_shown',
    label: t('What it does not show'),
    hint: t('What came before, what you prepared, for which class it would be out of place.'),
    required: true,
    rows: 3,
  })}
`;
