import { NotFound } from '#platform/errors.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { crossLinks, type Ingredient } from '#features/evidence/index.ts';
import { stepHrefOf, templateHref } from './addresses.ts';
import { lostWith, placeOf } from './change-steps.ts';
import { editorHead } from './editor-frame.ts';
import { keptDraft } from './kept-draft.ts';
import { openTemplate } from './open-template.ts';
import { partSource } from './protocol-source.view.ts';
import { protocolTemplatePolicy } from './protocol-template.policy.ts';
import { stepForm } from './step-form.view.ts';
import { stepValues } from './step-values.ts';

/** One step of a protocol that is being written: changing it, and taking it out with what is lost by that. */
export const templateStepPage = page('/protocols/mine/:template/steps/:step', {
  purpose: 'learning',
  access: protocolTemplatePolicy,
  async load(visit) {
    const { template } = await openTemplate(visit);
    const place = placeOf(template.draft, visit.params.step!);
    if (!place) throw new NotFound('This step is not there any more.');
    const draftKey = `protocol-step:${template.id}:${place.step.id}`;
    const { id } = place.step;
    const draft = await keptDraft(visit, template, draftKey, (text) => placeOf(text, id)?.step);
    return {
      template,
      place,
      draftKey,
      draft,
      state: visit.formAt(`${stepHrefOf(template, place.step.id)}/save`),
    };
  },
  view: ({ template, place: { step, stage }, draftKey, draft, state }) => ({
    ...editorHead(template, t('Step: {title}', { title: step.title })),
    body: html`${stepForm({
        ...state,
        draftOf: template.draft,
        own: step.id,
        values: state.values ?? draft ?? stepValues(step, stage.id),
        button: t('Save the step'),
        draft: draftKey,
        cancel: templateHref(template),
        hidden: { version: template.version },
      })}
      <h2>${t('Take this step out')}</h2>
      ${warning(lostWith(template.draft, step.id))}
      <p>${t('It can be put back straight after.')}</p>
      ${form({
        action: `${stepHrefOf(template, step.id)}/remove`,
        button: t('Take it out'),
        danger: true,
        quiet: true,
      })}`,
  }),
});

const warning = (lost: Ingredient | undefined): Html | undefined =>
  lost &&
  notice(
    'caution',
    html`<p>${lost.why} ${lost.without}</p>
      <p>
        ${t('No other step carries it. Changing a way of working so that it loses what makes it work is called a lethal mutation.')}
      </p>
      ${partSource(lost.source, true)}
      ${crossLinks(lost.links).map(
        ({ title, href }) => html`<p><a href="${href}">${t('Read about it: {title}', { title })}</a></p>`,
      )}`,
    t('This step carries an ingredient: {title}.', { title: lost.title }),
  );
