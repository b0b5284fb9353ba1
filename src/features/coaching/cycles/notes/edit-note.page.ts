import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { togetherAudience } from '../../audience.ts';
import { coachingPolicy } from '../../coaching.policy.ts';
import { titleOf as pairingTitle, togetherHref } from '../../together.ts';
import { conversationHref, titleOf } from '../talk/conversation.ts';
import { type OpenedConversation, openConversation } from '../talk/open-conversation.ts';
import type { Note } from './note.ts';
import { noteFields } from './note-form.ts';

/** One's own note on this conversation, that the address names (`:note`). Throws `NotFound` for anybody else's. */
export function ownNoteIn(visit: Visit, { conversation }: OpenedConversation): Note {
  const note = conversation.notes.find(({ id }) => id === visit.params.note);
  if (note?.authorId !== visit.who.personId) throw new NotFound('There is no note of yours at this address.');
  return note;
}

/** Its author changes a note. */
export const editNotePage = page('/coaching/:coaching/conversations/:conversation/notes/:note/edit', {
  purpose: 'learning',
  access: coachingPolicy,
  async load(visit) {
    const opened = await openConversation(visit, 'write');
    return { ...opened, note: ownNoteIn(visit, opened) };
  },
  view({ item, together, conversation, note }, visit) {
    const action = conversationHref(conversation, `notes/${note.id}/edit`);
    const { values, errors } = visit.formAt(action);
    const { subject, words, initiatorId: initiator, stimulus, tone, scale, timeframe } = note;
    return {
      title: t('Change this note'),
      audience: togetherAudience(item, together, visit.who),
      trail: [
        { label: pairingTitle(together, visit.who.personId), href: togetherHref(together) },
        { label: titleOf(conversation), href: conversationHref(conversation) },
        { label: t('Stretches of the talk'), href: conversationHref(conversation, 'notes') },
      ],
      body: form(
        {
          action,
          button: t('Save the changes'),
          values: { subject, words, initiator, stimulus, tone, scale, timeframe, ...values },
          errors,
          hidden: { version: note.version },
          cancel: conversationHref(conversation, 'notes'),
        },
        (f) => noteFields(f, together, false),
      ),
    };
  },
});
