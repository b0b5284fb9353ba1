import { z } from 'zod';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { Refused } from '#platform/errors.ts';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { recordingHref } from '../recording.ts';
import { editExemplarPage, openExemplar } from './edit-exemplar.page.ts';
import { exemplarInput, readExemplar, wrongRow } from './exemplar-fields.ts';
import { domainInWords, phaseInWords } from './exemplar.ts';

/** Saves what stands beside an example; the text before is kept. Throws `Stale`, as from another tab. */
export const saveExemplar = action('/recordings/:recording/exemplar/edit', {
  purpose: 'learning',
  access: recordingPolicy,
  page: editExemplarPage,
  input: z.object({ ...exemplarInput, version: version() }),
  alsoWrong: (_visit, readable) => wrongRow(readable),
  async run(change, { version: shown, ...sent }) {
    const { tx, who, now } = change;
    const { item, recording, exemplar } = await openExemplar(change);
    if (item.endedAt) throw new Refused(t('You took this recording away. Bring it back first.'));
    const said = readExemplar(sent);
    const of = { ownerId: recording.ownerId, id: exemplar.id };
    if (exemplar.version !== shown)
      await throwStale(
        tx,
        of,
        {
          version: exemplar.version,
          fields: [
            { name: 'domain', label: t('What it shows'), text: domainInWords(exemplar.domain) },
            { name: 'subject', label: t('Subject'), text: exemplar.subject },
            { name: 'phase', label: t('For pupils of'), text: phaseInWords(exemplar.phase) },
            { name: 'look_for', label: t('What to look for'), text: exemplar.lookFor },
            { name: 'not_shown', label: t('What it does not show'), text: exemplar.notShown },
          ],
        },
        now,
      );
    await keepText(tx, of, shown + 1, { ...said }, who.personId, now);
    await tx
      .updateTable('exemplar')
      .set({
        domain: said.domain,
        subject: said.subject,
        phase: said.phase,
        rubric: said.rubric,
        rubric_row: said.rubricRow,
        look_for: said.lookFor,
        not_shown: said.notShown,
        version: shown + 1,
        updated_at: now,
      })
      .where('owner_id', '=', of.ownerId)
      .where('id', '=', of.id)
      .execute();
    await change.record({ kind: 'exemplar.changed', itemId: recording.id });
    return see(recordingHref(recording), t('Saved.'));
  },
});
