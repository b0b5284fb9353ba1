import { z } from 'zod';
import { keepText } from '#platform/audit/text-versions.ts';
import { newId } from '#platform/db/ids.ts';
import { Stale } from '#platform/errors.ts';
import { optionalProse, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { coachingPolicy } from '../../coaching.policy.ts';
import { conversationHref, type Written } from './conversation.ts';
import { openForWriting } from './open-conversation.ts';
import { partIn, writeConversationPartPage } from './write-part.page.ts';

/**
 * Saves one part over the version the person was shown. The text it replaces is kept. Throws `Stale` with the other
 * text when somebody saved meanwhile.
 */
export const writeConversationPart = action('/coaching/:coaching/conversations/:conversation/parts/:part', {
  purpose: 'learning',
  access: coachingPolicy,
  page: writeConversationPartPage,
  input: z.object({ text: optionalProse(20_000), version: version() }),
  async run(change, { text, version: shown }) {
    const { tx, who, now } = change;
    const opened = await openForWriting(change);
    const { conversation } = opened;
    const part = partIn(opened, change.params.part);
    const before = conversation.written.find((each) => each.part === part.id);
    if ((before?.version ?? 0) !== shown) throw staleText(before, part.title);
    const written = { text, version: shown + 1, written_by: who.personId, written_at: now };
    const of = { ownerId: conversation.ownerId, id: before?.id ?? newId(now) };
    if (before) {
      await keepText(tx, of, before.version, { text: before.text }, before.writtenById, before.writtenAt);
      await tx
        .updateTable('conversation_part')
        .set(written)
        .where('owner_id', '=', of.ownerId)
        .where('id', '=', of.id)
        .execute();
    } else
      await tx
        .insertInto('conversation_part')
        .values({
          owner_id: of.ownerId,
          id: of.id,
          conversation_id: conversation.id,
          part: part.id,
          ...written,
        })
        .execute();
    await change.record({
      kind: 'coaching-conversation.written',
      itemId: conversation.coachingId,
      body: { conversationId: conversation.id, part: part.id, version: shown + 1 },
    });
    return see(conversationHref(conversation), t('It is saved.'));
  },
});

const staleText = (now: Written | undefined, label: string): Stale =>
  new Stale({
    version: now?.version ?? 0,
    writerId: now?.writtenById ?? null,
    writtenBy: now?.writtenBy ?? t('Somebody'),
    writtenAt: now?.writtenAt ?? new Date(0),
    fields: [{ name: 'text', label, text: now?.text ?? '' }],
  });
