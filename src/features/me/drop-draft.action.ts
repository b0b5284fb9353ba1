import { z } from 'zod';
import { dropDraft } from '#platform/drafts/drafts.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';

/** Throws a draft away, so that its form shows what is stored. The whole form comes here; only its key is read. */
export const dropDraftAction = action('/drafts/drop', {
  purpose: 'learning',
  access: 'signed-in',
  unrecorded: 'a draft is nobody’s business until it is sent',
  input: z.looseObject({ draft_key: z.string().min(1).max(200) }),
  async run(change, { draft_key }) {
    await dropDraft(change.tx, change.who, draft_key);
    return see(change.arrival.cameFrom, t('This is the text as it was saved last.'));
  },
});
