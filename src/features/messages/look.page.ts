import { page } from '#platform/http/route.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { NotAllowed } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { messageHref, talkHref, watchPath } from './addresses.ts';
import { talkAudience } from './audience-words.ts';
import { talkPolicy } from './messages.policy.ts';
import { messagesTrail } from './new.page.ts';
import { openMessage, type OpenedMessage } from './open-message.ts';
import { outcomes } from './talk.ts';
import { titleOf } from './thread.page.ts';

/** A flagged message for those who watch, who did not write it. */
export async function openFlagged(visit: Visit): Promise<OpenedMessage> {
  const opened = await openMessage(visit);
  if (
    !opened.watches ||
    visit.who.standing.kind !== 'staff' ||
    opened.message.authorId === visit.who.personId
  )
    throw new NotAllowed(t('Those who watch look at this.'));
  return opened;
}

/** One looks at a message in which a word was found, and says what it is. */
export const lookPage = page('/messages/:talk/:message/look', {
  purpose: 'administration',
  access: talkPolicy,
  load: openFlagged,
  view: (opened, visit) => {
    const { talk, message } = opened;
    const action = messageHref(talk.id, message.id, 'look');
    const { values, errors } = visit.formAt(action);
    return {
      title: t('Look at a message'),
      audience: talkAudience(opened),
      trail: [...messagesTrail(), { label: t('What you watch'), href: watchPath }],
      body: html`<p>
          <bdi>${message.author}</bdi>,
          <a href="${talkHref(talk.id)}"><bdi>${titleOf(opened, visit)}</bdi></a>
        </p>
        <blockquote class="as-written" dir="auto">${message.text}</blockquote>
        ${message.flagged !== null && html`<p>${t('Found in it: {words}.', { words: formatList([...message.flagged]) })}</p>`}
        <p>
          ${message.held ? t('The others do not see it before somebody has looked.') : t('The others see it.')}
          ${t('Words alone say little: nothing happens to anybody by being found.')}
        </p>
        ${form({ action, button: t('Save it'), values: { ...values }, errors, cancel: watchPath }, (f) =>
          f.radios({
            name: 'outcome',
            label: t('What it is'),
            required: true,
            options: outcomes.map((value) => ({ value, ...choices()[value] })),
          }),
        )}`,
    };
  },
});

const choices = () => ({
  'false-alarm': { label: t('A false alarm'), hint: t('The others see it.') },
  talked: { label: t('I talk with them'), hint: t('The others see it.') },
  'passed-on': {
    label: t('The safeguarding lead should know'),
    hint: t('A report is made of it. It stays shown or held as it is.'),
  },
  'kept-back': {
    label: t('It is kept back'),
    hint: t('The others do not see it. Its author sees that an adult kept it back.'),
  },
});
