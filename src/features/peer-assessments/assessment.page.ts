import { audienceNote } from '#platform/access/audience-words.ts';
import { settle } from '#platform/notices/notices.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { evidenceLabel } from '#ui/label.ts';
import { questions } from './assessment-form.ts';
import { openAssessment } from './open-assessment.ts';
import { peerAssessmentPolicy } from './peer-assessment.policy.ts';
import { assessmentHref, sentNotice } from './peer-assessment.queries.ts';

/** One account, for the one who wrote it and the partner it is about. */
export const assessmentPage = page('/peer-assessments/:assessment', {
  purpose: 'learning',
  access: peerAssessmentPolicy,
  async load(visit) {
    const { item, assessment } = await openAssessment(visit);
    if (assessment.waits)
      await settle(
        visit.db,
        { personIds: [visit.who.personId], fromOwner: item.ownerId, kind: sentNotice, subjectKey: item.id },
        visit.now,
      );
    const answering = assessment.subjectId === visit.who.personId;
    return { item, assessment, draft: answering ? await visit.draft(replyDraft(assessment)) : undefined };
  },
  view({ item, assessment, draft }, visit) {
    const mine = assessment.writerId === visit.who.personId;
    const action = assessmentHref(assessment, 'reply');
    const { values, errors } = visit.formAt(action);
    return {
      title: t('How far {name} has come', { name: assessment.subject }),
      audience: audienceNote(item, peerAssessmentPolicy, visit.who),
      status: {
        where: assessment.sentAt
          ? t('Written by {name}, sent on {day}.', {
              name: assessment.writer,
              day: formatDate(assessment.sentAt, 'long'),
            })
          : t('Not sent yet.'),
      },
      ...(mine
        ? { action: { label: t('Change what you wrote'), href: assessmentHref(assessment, 'edit') } }
        : {}),
      trail: [{ label: t('How far we have come'), href: '/my-learning/peer-assessments' }],
      body: html`<p>${evidenceLabel('practice')}</p>
        ${definitionList(
          questions().map(({ name, label }) => ({
            term: label,
            says: assessment.texts[name] && html`<span class="as-written">${assessment.texts[name]}</span>`,
          })),
        )}
        <h2>${t('The answer')}</h2>
        ${
          mine
            ? html`<p class="as-written">
                ${assessment.reply || t('{name} has not answered.', { name: assessment.subject })}
              </p>`
            : form(
                {
                  action,
                  button: t('Save my answer'),
                  values: { reply: assessment.reply, ...draft, ...values },
                  errors,
                  draft: replyDraft(assessment),
                  hidden: { version: assessment.replyVersion },
                },
                (f) =>
                  f.textarea({
                    name: 'reply',
                    label: t('What you say to it'),
                    hint: t('{name} reads it. Nobody else does.', { name: assessment.writer }),
                    required: true,
                    rows: 4,
                  }),
              )
        }`,
    };
  },
});

const replyDraft = ({ id }: { id: string }): string => `peer-assessment:${id}:reply`;
