import { z } from 'zod';
import { principals, shareItem } from '#platform/access/items.ts';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { ticked, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { questions, readTexts } from './assessment-form.ts';
import { openAssessment } from './open-assessment.ts';
import { peerAssessmentPolicy } from './peer-assessment.policy.ts';
import { assessmentHref, selectAssessment } from './peer-assessment.queries.ts';
import { writeAssessmentPage } from './write-assessment.page.ts';

/** Saves the account, and lets the partner read it unless it is kept. Throws `Stale`, as from another tab. */
export const writeAssessment = action('/peer-assessments/:assessment/edit', {
  purpose: 'learning',
  access: peerAssessmentPolicy,
  page: writeAssessmentPage,
  input: z.looseObject({ version: version(), keep: ticked() }),
  async run(change, sent) {
    const { tx, now, who } = change;
    const { item, assessment } = await openAssessment(change, 'write');
    const sending = !sent.keep || assessment.sentAt !== null;
    const texts = readTexts(sent, sending);
    const saved = await tx
      .updateTable('peer_assessment')
      .set({
        texts: JSON.stringify(texts),
        version: sent.version + 1,
        updated_at: now,
        sent_at: sending ? (assessment.sentAt ?? now) : null,
      })
      .where('owner_id', '=', item.ownerId)
      .where('id', '=', item.id)
      .where('version', '=', sent.version)
      .executeTakeFirst();
    if (saved.numUpdatedRows === 0n) {
      const current = (await selectAssessment(tx, item.ownerId, item.id))!;
      const fields = questions().map(({ name, label }) => ({ name, label, text: current.texts[name] ?? '' }));
      const ticks = current.sentAt ? [] : [{ name: 'keep', label: t('Save without sending'), ticked: true }];
      return throwStale(tx, item, { version: current.version, fields, ticks }, now);
    }
    await keepText(tx, item, sent.version + 1, texts, who.personId, now);
    if (sending)
      await shareItem(
        tx,
        item,
        [{ principal: principals.person(assessment.subjectId), ability: 'contribute' }],
        now,
      );
    await change.record({
      kind: 'peer-assessment.written',
      itemId: item.id,
      body: { sent: sending },
      tell: sending,
    });
    return sending
      ? see(
          assessmentHref(assessment),
          t('{name} can read it now. Nobody else can.', { name: assessment.subject }),
        )
      : see('/my-learning/peer-assessments', t('Saved. Only you can read it until you send it.'));
  },
});
