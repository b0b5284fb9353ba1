import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { assessmentForm, questions } from './assessment-form.ts';
import { openAssessment } from './open-assessment.ts';
import { peerAssessmentPolicy } from './peer-assessment.policy.ts';
import { assessmentHref } from './peer-assessment.queries.ts';

/** Writes about a partner, and sends it when it is ready. */
export const writeAssessmentPage = page('/peer-assessments/:assessment/edit', {
  purpose: 'learning',
  access: peerAssessmentPolicy,
  async load(visit) {
    const { item, assessment } = await openAssessment(visit, 'write');
    return { item, assessment, draft: await visit.draft(`peer-assessment:${assessment.id}`) };
  },
  view({ item, assessment, draft }, visit) {
    const action = assessmentHref(assessment, 'edit');
    const { values, errors } = visit.formAt(action);
    return {
      title: t('How far {name} has come', { name: assessment.subject }),
      audience: audienceNote(item, peerAssessmentPolicy, visit.who),
      status: {
        where: assessment.sentAt
          ? t('{name} can read it. Changes reach them as you save.', { name: assessment.subject })
          : t('Only you can read it. Once you send it, {name} reads it first and alone.', {
              name: assessment.subject,
            }),
      },
      trail: [{ label: t('How far we have come'), href: '/my-learning/peer-assessments' }],
      body: html`<p>${t(assessmentForm().plain)}</p>
        ${form(
          {
            action,
            button: assessment.sentAt ? t('Save') : t('Send it to {name}', { name: assessment.subject }),
            also: assessment.sentAt ? [] : [{ label: t('Save without sending'), name: 'keep', value: 'yes' }],
            values: { ...assessment.texts, ...draft, ...values },
            errors,
            draft: `peer-assessment:${assessment.id}`,
            hidden: { version: assessment.version },
          },
          (f) => questions().map((question) => f.textarea({ ...question, rows: 3 })),
        )}`,
    };
  },
});
