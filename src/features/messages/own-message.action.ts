import { z } from 'zod';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { keepDraft } from '#platform/drafts/drafts.ts';
import { Refused } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { version } from '#platform/http/input.ts';
import { action, page, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { messageHref, talkHref } from './addresses.ts';
import { talkAudience } from './audience-words.ts';
import { flagsOf } from './insert-message.ts';
import { messageInput } from './message-input.ts';
import { talkPolicy } from './messages.policy.ts';
import { messagesTrail } from './new.page.ts';
import { openOwnMessage, openUnsentMessage } from './open-message.ts';
import { mustBeOpen } from './open-talk.ts';
import { selectSettings } from './settings.queries.ts';
import { draftKeyOf, longest } from './talk.ts';
import { titleOf } from './thread.page.ts';
import { arrivesInWords } from './when.view.ts';

const common = { purpose: 'administration', access: talkPolicy } as const;
const changePath = '/messages/:talk/:message/change';

/** Changes a message that has not arrived. */
export const changeMessagePage = page(changePath, {
  ...common,
  load: openUnsentMessage,
  view: (opened, visit) => {
    const { talk, message } = opened;
    const action = messageHref(talk.id, message.id, 'change');
    const { values, errors } = visit.formAt(action);
    const zone = visit.who.standing.organisation.zone;
    return {
      title: t('Change your message'),
      audience: talkAudience(opened),
      trail: [...messagesTrail(), { label: titleOf(opened, visit), href: talkHref(talk.id) }],
      body: html`<p>
          ${arrivesInWords(message.deliversAt, { now: visit.now, today: visit.today, zone })}
          ${t('Until then you can change it.')}
        </p>
        ${form(
          {
            action,
            button: t('Save it'),
            values: { text: message.text, ...values },
            errors,
            hidden: { version: message.version },
            cancel: talkHref(talk.id),
          },
          (f) =>
            f.textarea({
              name: 'text',
              label: t('Your message'),
              required: true,
              rows: 4,
              maxlength: longest,
            }),
        )}`,
    };
  },
});

export const changeMessage = action(changePath, {
  ...common,
  page: changeMessagePage,
  input: z.object({ text: messageInput.text, version: version() }),
  async run(change, sent) {
    const opened = await openUnsentMessage(change);
    mustBeOpen(opened);
    const { talk, message } = opened;
    const { tx, organisationId: ownerId, who, now } = change;
    const { settings } = await selectSettings(tx, ownerId);
    const saved = await tx
      .updateTable('message')
      .set({
        text: sent.text,
        version: sent.version + 1,
        ...flagsOf(talk.sort, sent.text, settings, who.standing.kind === 'pupil'),
      })
      .where('owner_id', '=', ownerId)
      .where('id', '=', message.id)
      .where('version', '=', sent.version)
      .returning('version')
      .executeTakeFirst();
    if (!saved) {
      const fields = [{ name: 'text', label: t('Your message'), text: message.text }];
      await throwStale(tx, { ownerId, id: message.id }, { version: message.version, fields }, now);
    }
    await keepText(tx, { ownerId, id: message.id }, sent.version + 1, { text: sent.text }, who.personId, now);
    await change.record({ kind: 'message.changed', itemId: talk.id, body: { messageId: message.id } });
    return see(talkHref(talk.id), t('Your message is changed.'));
  },
});

/** Takes a message away before it arrives: nobody will have seen it. Its words are kept as a draft. */
export const undoMessage = action('/messages/:talk/:message/undo', {
  ...common,
  input: z.object({}),
  async run(change) {
    const { talk, message } = await openUnsentMessage(change);
    const { services, who, now } = change;
    await setUndone(change, message.id, now);
    await change.record({ kind: 'message.undone', itemId: talk.id, body: { messageId: message.id } });
    // The words stand in the field again; what is being written there already is not written over.
    if ((await change.draft(draftKeyOf(talk.id))) === undefined)
      change.afterCommit(() => keepDraft(services.db, who, draftKeyOf(talk.id), { text: message.text }, now));
    return see(talkHref(talk.id), t('It is not sent. Your words stand in the field below.'));
  },
});

/** Takes a message back that has arrived: a mark stands in its place. */
export const takeBack = action('/messages/:talk/:message/take-back', {
  ...common,
  input: z.object({}),
  async run(change) {
    const { talk, message } = await openOwnMessage(change);
    if (message.deliversAt > change.now)
      throw new Refused(t('It has not arrived yet. You can still not send it.'));
    if (message.takenBackAt !== null || message.undone) throw new Refused(t('You took this back already.'));
    await change.tx
      .updateTable('message')
      .set({ taken_back_at: change.now })
      .where('owner_id', '=', change.organisationId)
      .where('id', '=', message.id)
      .execute();
    await change.record({ kind: 'message.taken-back', itemId: talk.id, body: { messageId: message.id } });
    return see(talkHref(talk.id), t('It is taken back. The others see that you did, and not what it said.'));
  },
});

const setUndone = (visit: Pick<Visit, 'db' | 'organisationId'>, id: string, at: Date): Promise<unknown> =>
  visit.db
    .updateTable('message')
    .set({ undone_at: at })
    .where('owner_id', '=', visit.organisationId)
    .where('id', '=', id)
    .execute();
