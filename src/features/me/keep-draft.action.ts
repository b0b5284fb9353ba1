import { z } from 'zod';
import { keepDraft } from '#platform/drafts/drafts.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';

/** The button "Keep as draft", for browsers without JavaScript: the whole form comes here instead. */
export const keepDraftAction = action('/drafts/keep', {
  purpose: 'learning',
  access: 'signed-in',
  unrecorded: 'a draft is nobody’s business until it is sent',
  input: z.looseObject({
    draft_key: z.string().min(1).max(200),
    /** The part of the page to come back to, where a form asks for one half-way. */
    draft_at: z
      .string()
      .regex(/^[a-z-]{1,40}$/)
      .optional(),
  }),

  async run(change, { draft_key, draft_at: at, ...fields }) {
    const texts = Object.fromEntries(
      Object.entries(fields).filter(
        (entry): entry is [string, string | string[]] =>
          typeof entry[1] === 'string' || Array.isArray(entry[1]),
      ),
    );
    await keepDraft(change.tx, change.who, draft_key, texts, change.now);
    return see(
      change.arrival.cameFrom + (at === undefined ? '' : `#${at}`),
      t('Kept as a draft. Only you can see it; it is here when you come back.'),
    );
  },
});
