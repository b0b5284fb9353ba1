import { formatMoment, t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { attributes } from '#ui/attributes.ts';
import { form } from '#ui/form.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { stepHref } from '#features/programmes/index.ts';
import { belowStep } from './addresses.ts';
import type { Section } from './minutes.queries.ts';
import { writingWords } from './section-writing.queries.ts';
import { stepDraftKey } from './step-page.queries.ts';
import type { StepView } from './step.view.ts';

/** How one part of what is written together stands on the page. */
interface SectionOptions {
  id: string;
  label: string;
  mayWrite: boolean;
  /** The form stands there while nothing is written; otherwise one opens it. */
  standsOpen: boolean;
}

/**
 * One part of what is written together: the text as it stands, who is writing in it now, and the form for those who
 * may write it. Whoever opens it is named to others; nobody is kept out.
 */
export function section(view: StepView, { id, label, mayWrite, standsOpen }: SectionOptions): Html {
  const { opened, data, visit } = view;
  const now: Section | undefined = data.sections.find((each) => each.section === id);
  const written = now !== undefined && now.text !== '';
  const state = visit.formAt(belowStep(opened.programme, data.step, `minutes/${id}`));
  const draft = data.drafts[`minutes:${id}`];
  const asked = visit.query['write'] === id;
  const isOpen =
    mayWrite && (asked || state.errors !== undefined || draft !== undefined || (standsOpen && !written));
  const differs = state.errors !== undefined || draft !== undefined;
  const others = writingWords(data.writing, id);
  return html`<div${attributes({
    class: 'written-together',
    'data-section': id,
    'data-label': label,
    'data-version': now?.version ?? 0,
    'data-place': mayWrite ? belowStep(opened.programme, data.step, `writing/${id}`) : null,
    'data-taken': isOpen && asked,
  })}>
    <div data-text>${textOf(now, isOpen && !differs)}</div>
    <p class="meta" data-news role="status"></p>
    <p class="meta" data-writing role="status">${others}</p>
    ${mayWrite && (isOpen ? writeForm(view, { id, label, now, asked, state, draft }) : openIt(view, id, label, others !== ''))}
    ${
      now !== undefined &&
      now.version > 1 &&
      quietActions([
        {
          label: t('Earlier versions'),
          href: belowStep(opened.programme, data.step, `minutes/${id}`),
          icon: 'history',
        },
      ])
    }
  </div>`;
}

/** The text as it stands, unless the form below begins with the same words. */
function textOf(now: Section | undefined, isInForm: boolean): Html {
  if (now === undefined || now.text === '')
    return isInForm ? nothing : html`<p class="empty">${t('Nothing is written here yet.')}</p>`;
  return html`${!isInForm && html`<p class="as-written">${now.text}</p>`}
    <p class="meta">
      ${t('{name}, {when}', { name: now.writtenBy, when: formatMoment(new Date(now.writtenAt)) })}
    </p>`;
}

interface Writing {
  id: string;
  label: string;
  now: Section | undefined;
  asked: boolean;
  state: ReturnType<StepView['visit']['formAt']>;
  draft: StepView['data']['drafts'][string] | undefined;
}

const writeForm = ({ opened, data }: StepView, { id, label, now, asked, state, draft }: Writing): Html =>
  form(
    {
      ...state,
      values: { text: now?.text ?? '', ...draft, ...state.values },
      button: t('Save it'),
      describe: t('Save it: {part}', { part: label }),
      quiet: true,
      draft: stepDraftKey(opened.programme, data.step.number, `minutes:${id}`),
      hidden: { version: now?.version ?? 0 },
      ...(asked && { cancel: `${stepHref(opened.programme, data.step)}#${id}` }),
    },
    (f) => f.textarea({ name: 'text', label, rows: 4, labelHidden: true, autofocus: asked }),
  );

/** Opening is told to others, so it is a button and no link that a browser may fetch ahead. */
function openIt({ opened, data }: StepView, id: string, label: string, taken: boolean): Html {
  const button = taken ? t('Write anyway') : t('Write here');
  return html`<div data-open>
    ${form({
      action: belowStep(opened.programme, data.step, `writing/${id}`),
      button,
      describe: `${button}: ${label}`,
      quiet: true,
    })}
  </div>`;
}
