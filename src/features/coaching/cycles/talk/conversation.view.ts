import type { Visit } from '#platform/http/context.ts';
import { formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { personName } from '#ui/person-name.ts';
import { togetherHref } from '../../together.ts';
import { type Conversation, conversationHref, standing, textOf } from './conversation.ts';
import type { OpenedConversation } from './open-conversation.ts';
import type { Part } from './parts.ts';

export const conversationView = (
  {
    together,
    conversation,
    parts,
    writes,
    may,
  }: OpenedConversation & { parts: readonly Part[]; writes: boolean },
  visit: Visit,
): Html => {
  const moves = writes && conversation.begunBy === visit.who.personId && conversation.meetingId === null;
  const notes = standing(conversation).length;
  return html`${conversation.endedAt && takenAway(conversation, may('write'))}
    ${parts.map((part) => onePart(conversation, part, writes))}
    <h2>${t('How we talked')}</h2>
    ${quietActions([
      {
        label:
          notes === 0
            ? t('Note stretches of the talk')
            : tn(notes, 'One stretch of the talk is noted', '{n} stretches of the talk are noted'),
        href: conversationHref(conversation, 'notes'),
        icon: 'question',
      },
      {
        label: t('Who began what: our talk counted'),
        href: `${togetherHref(together, 'talk')}?conversation=${conversation.id}`,
        icon: 'evidence',
      },
    ])}
    ${moves && dayForm(conversation, visit)}
    ${
      writes &&
      form({
        action: conversationHref(conversation, 'end'),
        button: t('Take this conversation away'),
        quiet: true,
        danger: true,
      })
    }`;
};

/** For whoever began it: the day it was on. */
function dayForm(conversation: Conversation, visit: Visit): Html {
  const action = conversationHref(conversation, 'day');
  const { values, errors } = visit.formAt(action);
  return details(
    t('Change the day'),
    form(
      {
        action,
        button: t('Save the day'),
        quiet: true,
        values: values ?? { on_date: conversation.on },
        errors,
      },
      (f) => f.date({ name: 'on_date', label: t('On which day'), max: visit.today, required: true }),
    ),
    errors !== undefined,
  );
}

function onePart(conversation: Conversation, part: Part, writes: boolean): Html {
  const now = conversation.written.find((each) => each.part === part.id);
  const waits = part.after !== undefined && textOf(conversation, part.after) === '';
  return html`${part.half && html`<h2>${part.half}</h2>`}
  ${part.half === undefined && !part.id.startsWith('answers-') ? html`<h2>${part.title}</h2>` : html`<h3>${part.title}</h3>`}
  ${
    now && now.text !== ''
      ? html`<p class="as-written">${now.text}</p>
          <p class="meta">${personName({ name: now.writtenBy })}, ${formatMoment(now.writtenAt)}</p>`
      : html`<p class="empty">${waits ? t('First what was noticed; then this.') : part.plain}</p>`
  }
  ${writes && !waits && writeLink(conversation, part, now !== undefined && now.text !== '')}`;
}

const writeLink = (conversation: Conversation, part: Part, written: boolean): Html =>
  html`<p>
    <a href="${conversationHref(conversation, `parts/${part.id}`)}"
      >${written ? t('Go on writing') : t('Write')}<span class="hidden">: ${part.title}</span></a
    >
  </p>`;

const takenAway = (conversation: Conversation, writes: boolean): Html =>
  notice(
    'info',
    html`<p>${t('This conversation was taken away.')}</p>
      ${writes && form({ action: conversationHref(conversation, 'bring-back'), button: t('Bring it back'), quiet: true })}`,
  );
