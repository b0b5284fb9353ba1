import { page, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import { addressOf } from '#ui/list.ts';
import { StepKind } from '#features/evidence/index.ts';
import { templateHref } from './addresses.ts';
import { editorHead } from './editor-frame.ts';
import { proposedStep } from './kind-proposals.ts';
import { openTemplate } from './open-template.ts';
import { protocolTemplatePolicy } from './protocol-template.policy.ts';
import { stepForm } from './step-form.view.ts';
import { stepValues } from './step-values.ts';
import { kindWords } from './words.ts';

/** Adding a step: its kind first, then the step as we would propose one of that kind, to be changed freely. */
export const newTemplateStepPage = page('/protocols/mine/:template/steps/new', {
  purpose: 'learning',
  access: protocolTemplatePolicy,
  async load(visit) {
    const { template } = await openTemplate(visit);
    const here = templateHref(template, 'steps/new');
    const state = visit.formAt(here);
    const { stages } = template.draft;
    const asked = visit.query.stage ?? state.values?.stage;
    const stage = stages.find(({ id }) => id === asked) ?? stages.at(-1);
    if (!stage)
      return see(templateHref(template, 'stages/new'), t('Add a stage first; steps stand in stages.'));
    const kind = StepKind.options.find((each) => each === (visit.query.kind ?? state.values?.kind));
    const draftKey = `protocol-step:${template.id}:new-${kind ?? ''}`;
    const draft = kind && (await visit.draft(draftKey));
    return { template, here, state, stage, kind, draftKey, draft };
  },
  view: ({ template, here, state, stage, kind, draftKey, draft }) => ({
    ...editorHead(template, kind ? t('Add a step: {kind}', { kind: kindWords(kind) }) : t('Add a step')),
    body: kind
      ? stepForm({
          ...state,
          draftOf: template.draft,
          values:
            state.values ??
            draft ??
            stepValues({ ...proposedStep(kind), week: stage.steps.at(-1)?.week ?? 0 }, stage.id),
          button: t('Add the step'),
          draft: draftKey,
          cancel: templateHref(template),
        })
      : html`<p>${t('What kind of step is it? The rest is proposed, and you change what you like.')}</p>
          <ul>
            ${StepKind.options.map(
              (each) =>
                html`<li>
                  <a href="${addressOf(here, { stage: stage.id, kind: each })}">${kindWords(each)}</a>
                </li>`,
            )}
          </ul>`,
  }),
});
