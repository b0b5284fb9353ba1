import { formatMoment, t } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { belowStep } from './addresses.ts';
import type { Section } from './minutes.queries.ts';
import { stepDraftKey } from './step-page.queries.ts';
import type { StepView } from './step.view.ts';

/** One section of what is noted: the text as it stands, and below it the form for those who may write it. */
export function section(view: StepView, id: string, label: string, mayWrite: boolean): Html {
  const { opened, data, visit } = view;
  const now: Section | undefined = data.sections.find((each) => each.section === id);
  const action = belowStep(opened.programme, data.step, `minutes/${id}`);
  const state = visit.formAt(action);
  const draft = data.drafts[`minutes:${id}`];
  const written = now && now.text !== '';
  const write = form(
    {
      ...state,
      values: { text: now?.text ?? '', ...draft, ...state.values },
      button: t('Save it'),
      quiet: true,
      draft: stepDraftKey(opened.programme, data.step.number, `minutes:${id}`),
      hidden: { version: now?.version ?? 0 },
    },
    (f) => f.textarea({ name: 'text', label, rows: 4, labelHidden: true }),
  );
  return html`${
    written
      ? html`<p class="as-written">${now.text}</p>
          <p class="meta">
            ${t('{name}, {when}', { name: now.writtenBy, when: formatMoment(new Date(now.writtenAt)) })}
          </p>`
      : !mayWrite && html`<p>${t('Nothing is noted yet.')}</p>`
  }${
    mayWrite &&
    (written ? details(t('Change it'), write, state.errors !== undefined || draft !== undefined) : write)
  }`;
}
