import { formatMinutes, t, tn } from '#platform/i18n/i18n.ts';
import { linkButton } from '#ui/actions.ts';
import { braid } from '#ui/braid.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import { notice } from '#ui/notice.ts';
import type { ProtocolProblem, ProtocolStage, ProtocolStep } from '#features/evidence/index.ts';
import { stepHrefOf, templateHref } from './addresses.ts';
import { lostIngredients } from './change-steps.ts';
import { editorTabs } from './editor-frame.ts';
import { beforePublishing } from './before-publishing.view.ts';
import { workWords, weekWords } from './protocol-steps.view.ts';
import { pictureOf } from './picture.ts';
import type { Template } from './template.queries.ts';
import { kindWords } from './words.ts';

interface Written {
  template: Template;
  problems: readonly ProtocolProblem[];
  /** Whether it differs from what was published. */
  unpublished: boolean;
}

/** The editor's first page: the picture, the steps to be moved, and what comes before publishing. */
export const templateView = ({ template, problems, unpublished }: Written): Html => html`
  ${editorTabs(template, '')} ${beforePublishing(template, problems, unpublished)}
  ${braid(pictureOf(template.draft, ({ id }) => stepHrefOf(template, id)))}
  <p>${workWords(template.draft)}</p>
  ${lost(template)}
  <h2 id="stages">${t('Stages and steps')}</h2>
  ${
    template.draft.stages.length === 0
      ? empty({ says: t('There is no stage yet. A stage is a part of the way, with its own steps.') })
      : template.draft.stages.map((stage, at) => stageView(template, stage, at))
  }
  <p>${linkButton({ label: t('Add a stage'), href: templateHref(template, 'stages/new'), icon: 'add' })}</p>
`;

/** Ingredients that no step carries any more, each with what is lost. */
function lost({ draft }: Template): Html {
  const gone = lostIngredients(draft);
  if (gone.length === 0) return nothing;
  return notice(
    'caution',
    html`<ul>
      ${gone.map(({ title, without }) => html`<li><strong>${title}.</strong> ${without}</li>`)}
    </ul>`,
    tn(gone.length, 'No step carries this ingredient.', 'No step carries these {n} ingredients.'),
  );
}

const stageView = (template: Template, stage: ProtocolStage, at: number): Html => {
  const last = template.draft.stages.length - 1;
  const here = templateHref(template, `stages/${stage.id}`);
  return html`<section id="stage-${stage.id}">
    <h3><a href="${here}">${t('{n}. {title}', { n: at + 1, title: stage.title })}</a></h3>
    <p>${stage.plain} <span class="meta">${t('Cycle {n}', { n: stage.cycle })}</span></p>
    <div class="acts">${moves(here, stage.title, at > 0, at < last, [t('Stage up'), t('Stage down')])}</div>
    ${
      stage.steps.length === 0
        ? html`<p class="empty">${t('There is no step in it yet.')}</p>`
        : html`<ul class="items with-end">
            ${stage.steps.map((step, n) =>
              stepLine(template, step, at > 0 || n > 0, at < last || n < stage.steps.length - 1),
            )}
          </ul>`
    }
    <p>
      ${linkButton({ label: t('Add a step to “{title}”', { title: stage.title }), href: templateHref(template, `steps/new?stage=${stage.id}`), icon: 'add' })}
    </p>
  </section>`;
};

const stepLine = (template: Template, step: ProtocolStep, up: boolean, down: boolean): Html => {
  const here = stepHrefOf(template, step.id);
  const ingredient = template.draft.ingredients.find(({ id }) => id === step.ingredient);
  return html`<li id="step-${step.id}">
    <span>
      <a href="${here}">${step.title}</a> ${!step.required && label(t('Optional'))}<br />
      <span class="meta"
        >${kindWords(step.kind)}. ${weekWords(step)}.
        ${formatMinutes(step.minutes)}${
          step.inSchoolDay ? '' : t(', outside the school day')
        }.${ingredient && html` ${t('Carries: {ingredient}.', { ingredient: ingredient.title })}`}</span
      >
    </span>
    <div class="acts">${moves(here, step.title, up, down, [t('Up'), t('Down')])}</div>
  </li>`;
};

/** One place up or down, where there is one; each a form of its own, so that it needs no script. */
const moves = (here: string, title: string, up: boolean, down: boolean, words: [string, string]): Html =>
  html`${(['up', 'down'] as const).map(
    (to, at) =>
      [up, down][at] &&
      form({
        action: `${here}/move`,
        button: words[at]!,
        describe: t('{do}: {what}', { do: words[at]!, what: title }),
        hidden: { to },
        prefix: `${to}-${here.split('/').slice(-2).join('-')}`,
        quiet: true,
      }),
  )}`;
