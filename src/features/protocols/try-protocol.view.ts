import { formatDate, formatMinutes, t } from '#platform/i18n/i18n.ts';
import { attributes } from '#ui/attributes.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { addressOf, filters } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { stepList } from '#ui/step-list.ts';
import type { ProtocolRole } from '#features/evidence/index.ts';
import { templateHref } from './addresses.ts';
import type { Draft } from './draft.ts';
import { editorTabs } from './editor-frame.ts';
import { writingWords } from './protocol-words.ts';
import type { Occurrence } from './picture.ts';
import type { Template } from './template.queries.ts';
import { triedForm } from './tried-form.view.ts';
import { kindWords, leadWords, modeWords } from './words.ts';

interface Tried {
  template: Template;
  role: ProtocolRole | undefined;
  steps: readonly (Occurrence & { on: string })[];
  /** Which of them, from 0. */
  at: number;
}

/** The role that the address names, or the first that takes part. */
export const triedAs = ({ roles }: Draft, asked: string | undefined): ProtocolRole | undefined =>
  roles.find(({ id }) => id === asked) ?? roles.find(({ part }) => part === 'participant') ?? roles[0];

export const tryView = ({ template, role, steps, at }: Tried): Html => {
  const here = templateHref(template, 'try');
  const to = (step: number) => addressOf(here, { as: role?.id, step: step + 1 });
  const now = steps[at];
  return html`${editorTabs(template, 'try')}
  ${notice(
    'info',
    t('The days are made up, as if it began today. What you write here is kept nowhere and sent to nobody.'),
    t('This is how somebody in it would meet it.'),
  )}
  ${
    template.draft.roles.length > 1 &&
    filters({ action: here, values: { as: role?.id }, button: t('Try it as this') }, (f) =>
      f.select({
        name: 'as',
        label: t('Try it as'),
        all: t('Somebody who takes part'),
        options: template.draft.roles.map(({ id, title }) => ({ value: id, label: title })),
      }),
    )
  }
  ${now ? html`${stepAs(template.draft, now, at, steps.length)} ${beside(steps, at, to)}` : empty({ says: t('There is no step in it for this role yet.') })}
  ${
    steps.length > 0 &&
    details(
      t('All its steps'),
      stepList(
        steps.map((step, n) => ({
          label: step.title,
          state: n < at ? 'done' : n === at ? 'now' : 'later',
          href: to(n),
          note: formatDate(step.on, 'long'),
        })),
      ),
    )
  }`;
};

/** One step as its page would say it. */
function stepAs(
  draft: Draft,
  { step, title, on }: Occurrence & { on: string },
  at: number,
  all: number,
): Html {
  const first = draft.roles.find(({ id }) => id === step.first);
  return html`<p class="count">${t('Step {n} of {all}', { n: at + 1, all })}</p>
    <h2>${title}</h2>
    <p>${step.prompt}</p>
    ${definitionList([
      { term: t('When'), says: formatDate(on, 'long') },
      {
        term: t('How long'),
        says: step.inSchoolDay
          ? t('{minutes}, in the school day', { minutes: formatMinutes(step.minutes) })
          : t('{minutes}, outside the school day', { minutes: formatMinutes(step.minutes) }),
      },
      {
        term: t('What it is'),
        says: t('{kind}; led by {lead}; {mode}', {
          kind: kindWords(step.kind),
          lead: leadWords(step.lead),
          mode: modeWords(step.mode).toLowerCase(),
        }),
      },
      { term: t('Looks first'), says: first?.title },
      { term: t('May be left out'), says: !step.required && t('Yes') },
    ])}
    ${triedForm(step.form)} ${step.asksQuestions && questions(draft)}
    ${
      step.sections &&
      html`${step.writing && html`<p class="meta">${writingWords(step.writing)}.</p>`}
      ${step.sections.map((section) => throwAway(`try-${section.id}`, section.title, section.prompt))}`
    }
    ${step.commitments && throwAway('try-promise', t('What I will do until the next time'), '')}`;
}

const questions = ({ questions: all = [] }: Draft): Value =>
  all.map(({ id, words }) => throwAway(`try-question-${id}`, words, ''));

/** A box to write in that stands in no form and has no name: nothing of it can be sent. */
const throwAway = (id: string, label: string, hint: string): Html =>
  html`<div class="field">
    <label class="label" for="${id}">${label}</label>
    ${hint && html`<span class="hint" id="${id}-hint">${hint}</span>`}
    <textarea${attributes({ id, rows: 3, autocomplete: 'off', 'aria-describedby': hint ? `${id}-hint` : null })}></textarea>
  </div>`;

const beside = (steps: readonly unknown[], at: number, to: (step: number) => string): Html =>
  html`<nav class="pager" aria-label="${t('Steps')}">
    ${at > 0 && html`<a href="${to(at - 1)}" rel="prev">${t('The step before')}</a>`}
    ${at < steps.length - 1 && html`<a href="${to(at + 1)}" rel="next">${t('The next step')}</a>`}
  </nav>`;
