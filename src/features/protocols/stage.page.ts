import { NotFound } from '#platform/errors.ts';
import { page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { templateHref } from './addresses.ts';
import { wordsOfStage } from './change-steps.ts';
import { editorHead } from './editor-frame.ts';
import { keptDraft } from './kept-draft.ts';
import { openTemplate } from './open-template.ts';
import { protocolTemplatePolicy } from './protocol-template.policy.ts';
import { stageForm } from './stage-form.view.ts';

const draftOf = ({ id }: { id: string }, stage: string): string => `protocol-stage:${id}:${stage}`;

/** Adding a stage: it comes last, and can be moved. */
export const newStagePage = page('/protocols/mine/:template/stages/new', {
  purpose: 'learning',
  access: protocolTemplatePolicy,
  async load(visit) {
    const { template } = await openTemplate(visit);
    const draft = await visit.draft(draftOf(template, 'new'));
    return { template, draft, state: visit.formAt(templateHref(template, 'stages/new')) };
  },
  view: ({ template, draft, state }) => ({
    ...editorHead(template, t('Add a stage')),
    body: stageForm({
      ...state,
      values: state.values ?? draft ?? { cycle: template.draft.stages.at(-1)?.cycle ?? 1 },
      button: t('Add the stage'),
      draft: draftOf(template, 'new'),
      cancel: templateHref(template),
    }),
  }),
});

/** One stage: its words, and taking it out. */
export const stagePage = page('/protocols/mine/:template/stages/:stage', {
  purpose: 'learning',
  access: protocolTemplatePolicy,
  async load(visit) {
    const { template } = await openTemplate(visit);
    const stage = template.draft.stages.find(({ id }) => id === visit.params.stage);
    if (!stage) throw new NotFound('This stage is not there any more.');
    const draft = await keptDraft(visit, template, draftOf(template, stage.id), (text) =>
      wordsOfStage(text, stage.id),
    );
    return { template, stage, draft, state: visit.formAt(templateHref(template, `stages/${stage.id}/save`)) };
  },
  view: ({ template, stage, draft, state }) => ({
    ...editorHead(template, t('Stage: {title}', { title: stage.title })),
    body: html`${stageForm({
        ...state,
        values: state.values ??
          draft ?? {
            title: stage.title,
            plain: stage.plain,
            cycle: stage.cycle,
            again: template.draft.again?.stages.includes(stage.id) ? 'yes' : '',
          },
        button: t('Save the stage'),
        draft: draftOf(template, stage.id),
        cancel: templateHref(template),
        hidden: { version: template.version },
      })}
      <h2>${t('Take this stage out')}</h2>
      <p>
        ${tn(stage.steps.length, 'Its step goes with it.', 'Its {n} steps go with it.')}
        ${t('It can be put back straight after.')}
      </p>
      ${form({ action: templateHref(template, `stages/${stage.id}/remove`), button: t('Take it out'), danger: true, quiet: true })}`,
  }),
});
