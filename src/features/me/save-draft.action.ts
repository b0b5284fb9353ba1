import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { keepDraft } from '#platform/drafts/drafts.ts';
import { action } from '#platform/http/route.ts';

const fieldsOfForm = z.record(
  z.string().max(200),
  z.union([z.string().max(200_000), z.array(z.string().max(20_000)).max(500)]),
);

/**
 * The browser's own saving, while one types: `key` names the form, `body` is its fields as JSON. The answer says
 * when it was kept, so that the browser knows on which draft what is typed next goes on.
 */
export const saveDraftAction = action('/drafts', {
  purpose: 'learning',
  access: 'signed-in',
  unrecorded: 'a draft is nobody’s business until it is sent',
  input: z.object({ key: z.string().min(1).max(200), body: z.string().max(1_000_000) }),

  async run(change, input) {
    const fields = fieldsOfForm.safeParse(parseJson(input.body));
    if (!fields.success) throw new Refused('This draft could not be read, so it was not saved.');
    await keepDraft(change.tx, change.who, input.key, fields.data, change.now);
    const headers = { 'draft-saved-at': change.now.toISOString() };
    return { status: 204, body: '', type: 'text/plain', headers };
  },
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
