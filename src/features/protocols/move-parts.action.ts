import { z } from 'zod';
import { choice } from '#platform/http/input.ts';
import { action } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { templateHref } from './addresses.ts';
import { changeDraft } from './change-draft.ts';
import { moveStage, moveStep, placeOf, removeStage } from './change-steps.ts';
import { protocolTemplatePolicy } from './protocol-template.policy.ts';

const direction = z.object({ to: choice(['up', 'down']) });

/** Moves a step one place up or down, within its stage and from one to the next. */
export const moveStepAction = action('/protocols/mine/:template/steps/:step/move', {
  purpose: 'learning',
  access: protocolTemplatePolicy,
  input: direction,
  async run(change, { to }) {
    const id = change.params.step!;
    const changed = await changeDraft(change, {
      kind: 'step-moved',
      apply: (draft) => moveStep(draft, id, to),
    });
    const place = placeOf(changed.draft, id)!;
    return changed.see(
      `${templateHref(changed.template)}#step-${id}`,
      t('“{title}” now stands in “{stage}”, at place {n}.', {
        title: place.step.title,
        stage: place.stage.title,
        n: place.at + 1,
      }),
    );
  },
});

/** Moves a stage with its steps. */
export const moveStageAction = action('/protocols/mine/:template/stages/:stage/move', {
  purpose: 'learning',
  access: protocolTemplatePolicy,
  input: direction,
  async run(change, { to }) {
    const id = change.params.stage!;
    const changed = await changeDraft(change, {
      kind: 'stage-moved',
      apply: (draft) => moveStage(draft, id, to),
    });
    return changed.see(`${templateHref(changed.template)}#stage-${id}`, t('The stage is moved.'));
  },
});

/** Takes a stage out with its steps. */
export const removeStageAction = action('/protocols/mine/:template/stages/:stage/remove', {
  purpose: 'learning',
  access: protocolTemplatePolicy,
  input: z.object({}),
  async run(change) {
    const id = change.params.stage!;
    const changed = await changeDraft(change, {
      kind: 'stage-removed',
      apply: (draft) => removeStage(draft, id),
    });
    const { title } = changed.before.stages.find((stage) => stage.id === id)!;
    return changed.see(templateHref(changed.template), t('“{title}” is taken out.', { title }));
  },
});
