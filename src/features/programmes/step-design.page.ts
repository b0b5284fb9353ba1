import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import { programmeHref, stepDesignHref } from './addresses.ts';
import { designersNote } from './designers-note.ts';
import { openProgramme } from './open-programme.ts';
import { programmePolicy } from './programme.policy.ts';
import { selectStepsAndDraft, stepDraft } from './programme.queries.ts';
import { trailOf } from './programme-tabs.view.ts';
import { removeStep } from './remove-step.view.ts';
import { findStep } from './step-changes.ts';
import { carriedIngredient } from './step-defaults.ts';
import { stepForm } from './step-form.view.ts';
import type { StepText } from './step.input.ts';
import { templateOf } from './template-of.ts';

/** One step of the plan: moved, changed or taken out. */
export const stepDesignPage = page('/programmes/:programme/design/steps/:number', {
  purpose: 'learning',
  access: programmePolicy,
  async load(visit) {
    const opened = await openProgramme(visit, 'design');
    const steps = await selectStepsAndDraft(visit.db, opened.programme, visit.who);
    const template = await templateOf(visit.db, opened.programme);
    return { ...opened, steps, step: findStep(visit, steps), template };
  },
  view({ item, programme, steps, step, template }, visit) {
    const here = stepDesignHref(programme, step);
    return {
      title: t('Change: {title}', { title: step.title }),
      audience: designersNote(item, visit.who),
      trail: [...trailOf(programme), { label: t('Design'), href: programmeHref(programme, 'design') }],
      body: html`${stepForm({
        state: visit.formAt(here),
        step: step as StepText,
        button: t('Save the step'),
        draft: step.draft,
        draftKey: stepDraft(step.id),
        cancel: programmeHref(programme, 'design'),
        version: step.version,
      })}
      ${removeStep(`${here}/remove`, carriedIngredient(template, step, steps))}`,
    };
  },
});
