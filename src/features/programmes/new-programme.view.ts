import { t, tn } from '#platform/i18n/i18n.ts';
import type { FormState } from '#platform/http/form-state.ts';
import { card, cards } from '#ui/card.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import type { Protocol } from '#features/evidence/index.ts';
import type { ProtocolLine } from '#features/protocols/index.ts';
import { aboutFields } from './about.view.ts';
import type { Priority } from './priorities.queries.ts';
import { templateAccount } from './template.view.ts';

/** The protocols there are, each with what stands behind it. */
export const templateChoice = (templates: readonly ProtocolLine[]): Html =>
  html`<p>
      ${t('A protocol lays out a first plan on your teaching weeks. Everything in it can be moved, changed or taken out.')}
    </p>
    ${cards(
      templates.map((template) =>
        card({
          title: template.title,
          href: `/programmes/new?template=${template.id}`,
          body: html`<p>${template.plain}</p>`,
        }),
      ),
    )}`;

export const newProgrammeDraft = (template: Protocol): string => `programme-new:${template.id}`;

interface NewProgramme {
  template: Protocol;
  priorities: readonly Priority[];
  form: { action: string; values?: FormState['values']; errors?: FormState['errors'] };
  draft: FormState['values'] | undefined;
  firstDay: string;
}

export const newProgrammeForm = ({
  template,
  priorities,
  form: state,
  draft,
  firstDay,
}: NewProgramme): Html =>
  html`${templateAccount(template)}
  ${form(
    {
      ...state,
      values: state.values ??
        draft ?? {
          starts_on: firstDay,
          terms: template.terms[0],
          aim: 'transform',
          change_kind: 'disruptive',
        },
      button: t('Lay out the programme'),
      draft: newProgrammeDraft(template),
      hidden: { template: template.id },
    },
    (f) => html`
      ${f.text({ name: 'title', label: t('Title'), required: true, maxlength: 120, hint: t('As you would say it to a colleague: “Reading together”.') })}
      ${f.date({
        name: 'starts_on',
        label: t('First day'),
        required: true,
        hint: t('The steps are laid on teaching weeks from here; holidays and closures are stepped over.'),
      })}
      ${f.radios({
        name: 'terms',
        label: t('Over how many terms?'),
        required: true,
        options: template.terms.map((terms) => ({ value: terms, label: tn(terms, 'One term', '{n} terms') })),
      })}
      ${aboutFields(f, priorities)}
    `,
  )}`;
