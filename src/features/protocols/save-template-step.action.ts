import { z } from 'zod';
import { version } from '#platform/http/input.ts';
import { action } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { templateHref } from './addresses.ts';
import { changeDraft } from './change-draft.ts';
import { lostWith, placeOf, putStep, removeStep } from './change-steps.ts';
import { type Draft, freeId } from './draft.ts';
import { newTemplateStepPage } from './new-template-step.page.ts';
import { protocolTemplatePolicy } from './protocol-template.policy.ts';
import { stepFrom, stepInput } from './step-input.ts';
import { templateStepPage } from './template-step.page.ts';
import { stepsOf } from './work-of.ts';

/** Adds a step at the end of the stage chosen for it. */
export const addTemplateStep = action('/protocols/mine/:template/steps/new', {
  purpose: 'learning',
  access: protocolTemplatePolicy,
  page: newTemplateStepPage,
  input: stepInput,
  async run(change, sent) {
    let id = '';
    const changed = await changeDraft(change, {
      kind: 'step-added',
      apply(draft) {
        id = freeId(sent.title, [...stepsOf(draft).map((step) => step.id), 'new'], 'step');
        return putStep(draft, stepFrom(id, sent), sent.stage);
      },
    });
    return changed.see(`${templateHref(changed.template)}#step-${id}`, t('The step is added.'));
  },
});

/** Changes a step; chosen for another stage it goes to the end of that. */
export const saveTemplateStep = action('/protocols/mine/:template/steps/:step/save', {
  purpose: 'learning',
  access: protocolTemplatePolicy,
  page: templateStepPage,
  input: stepInput.extend({ version: version() }),
  async run(change, { version: shown, ...sent }) {
    const id = change.params.step!;
    const stepOf = (draft: Draft) => placeOf(draft, id)?.step;
    const changed = await changeDraft(change, {
      kind: 'step-changed',
      over: { shown, part: stepOf, fields: (draft) => texts(draft, id) },
      apply: (draft) => placeOf(draft, id) !== undefined && putStep(draft, stepFrom(id, sent), sent.stage),
    });
    return changed.see(`${templateHref(changed.template)}#step-${id}`, t('The step is saved.'));
  },
});

/** What of a step is shown beside what somebody else wrote meanwhile. */
function texts(draft: Draft, id: string) {
  const step = placeOf(draft, id)?.step;
  return [
    { name: 'title', label: t('Title'), text: step?.title ?? '' },
    { name: 'prompt', label: t('What people are asked to do'), text: step?.prompt ?? '' },
    { name: 'week', label: t('Teaching week'), text: step ? String(step.week + 1) : '' },
    { name: 'minutes', label: t('Minutes'), text: String(step?.minutes ?? '') },
  ];
}

/** Takes a step out, and says what is lost when no other carries its ingredient. */
export const removeTemplateStep = action('/protocols/mine/:template/steps/:step/remove', {
  purpose: 'learning',
  access: protocolTemplatePolicy,
  input: z.object({}),
  async run(change) {
    const id = change.params.step!;
    const changed = await changeDraft(change, {
      kind: 'step-removed',
      apply: (draft) => removeStep(draft, id),
    });
    const { title } = placeOf(changed.before, id)!.step;
    const lost = lostWith(changed.before, id);
    return changed.see(
      templateHref(changed.template),
      lost
        ? t('“{title}” is taken out, and with it: {ingredient}. {without}', {
            title,
            ingredient: lost.title,
            without: lost.without,
          })
        : t('“{title}” is taken out.', { title }),
    );
  },
});
