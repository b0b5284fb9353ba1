import type { Visit } from '#platform/http/context.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form, type FormOptions } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { openTarget } from './open-target.ts';
import { targetAudience, targetHref } from './target.ts';
import { targetPolicy } from './target.policy.ts';
import { schoolYearOn } from './target.queries.ts';

const newAddress = '/appraisal/targets/new';
const newDraft = 'appraisal-target:new';

/** Writes a target of one's own. */
export const newTargetPage = page(newAddress, {
  purpose: 'appraisal',
  access: members('staff'),
  load: async (visit) => ({
    draft: await visit.draft(newDraft),
    year: await schoolYearOn(visit.db, visit.organisationId, visit.today),
  }),
  view: ({ draft, year }, visit) => ({
    title: t('Write a target'),
    audience: {
      icon: 'people',
      words: t('You, and your line manager once you save it'),
      why: t('A target is read by you and whoever is your line manager at the time, and by nobody else.'),
    },
    trail: [{ label: t('Appraisal'), href: '/appraisal' }],
    body: html`<p>
        ${t('Write what you are to be appraised on, in your own words. Nothing you write in coaching, mentoring or practice comes here by itself.')}
      </p>
      ${targetForm(visit, {
        action: newAddress,
        button: t('Save this target'),
        values: { year, ...draft },
        draft: newDraft,
        cancel: '/appraisal',
      })}`,
  }),
});

/** Changes the words of a target of one's own. */
export const editTargetPage = page('/appraisal/targets/:target/edit', {
  purpose: 'appraisal',
  access: targetPolicy,
  async load(visit) {
    const opened = await openTarget(visit, 'write');
    return { ...opened, draft: await visit.draft(draftOf(opened.target)) };
  },
  view: ({ target, draft }, visit) => ({
    title: t('Change the words'),
    audience: targetAudience(target, visit.who.personId),
    trail: [
      { label: t('Appraisal'), href: '/appraisal' },
      { label: t('My target for {year}', { year: target.year }), href: targetHref(target) },
    ],
    body: html`<p>${t('Once you save it, both of you are asked to agree again.')}</p>
      ${targetForm(visit, {
        action: targetHref(target, 'edit'),
        button: t('Save the changes'),
        values: { year: target.year, wording: target.wording, looks_like: target.looksLike, ...draft },
        draft: draftOf(target),
        hidden: { version: target.version },
        cancel: targetHref(target),
      })}`,
  }),
});

const draftOf = ({ id }: { id: string }): string => `appraisal-target:${id}`;

function targetForm(visit: Visit, options: FormOptions): Html {
  const { values, errors } = visit.formAt(options.action);
  return form(
    { ...options, values: { ...options.values, ...values }, errors },
    (f) => html`
      ${f.text({ name: 'year', label: t('School year'), required: true, width: 'middle' })}
      ${f.textarea({ name: 'wording', label: t('The target'), required: true, rows: 3 })}
      ${f.textarea({
        name: 'looks_like',
        label: t('What success looks like'),
        hint: t('What you or your pupils would be seen doing.'),
        rows: 3,
      })}
    `,
  );
}
