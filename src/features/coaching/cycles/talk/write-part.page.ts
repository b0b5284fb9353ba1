import { NotFound } from '#platform/errors.ts';
import { page } from '#platform/http/route.ts';
import { formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { byId, catalogue } from '#features/evidence/index.ts';
import { togetherAudience } from '../../audience.ts';
import { coachingPolicy } from '../../coaching.policy.ts';
import { type Kind, stateOf, titleOf as pairingTitle, togetherHref } from '../../together.ts';
import { conversationDraft, conversationHref, textOf, titleOf } from './conversation.ts';
import { openConversationPart, type OpenedConversation } from './open-conversation.ts';
import { type Part, partsOf } from './parts.ts';

/** The part that the address names. Throws `NotFound` for one that this conversation does not have, or has not yet. */
export function partIn({ together, conversation }: OpenedConversation, id: string | undefined): Part {
  const part = partsOf(together).find((each) => each.id === id);
  if (!part || (part.after && textOf(conversation, part.after) === ''))
    throw new NotFound('There is nothing to write here yet.');
  return part;
}

/** Writing one part, with the questions of this kind of relationship beside it. */
export const writeConversationPartPage = page('/coaching/:coaching/conversations/:conversation/parts/:part', {
  purpose: 'learning',
  access: coachingPolicy,
  async load(visit) {
    const opened = await openConversationPart(visit);
    if (stateOf(opened.together) !== 'agreed') throw new NotFound('There is nothing to write here now.');
    return { ...opened, part: partIn(opened, visit.params.part) };
  },
  view({ item, together, conversation, part, writing: { draft, earlier } }, visit) {
    const action = conversationHref(conversation, `parts/${part.id}`);
    const { values, errors } = visit.formAt(action);
    const now = conversation.written.find((each) => each.part === part.id);
    return {
      title: part.title,
      audience: togetherAudience(item, together, visit.who),
      trail: [
        { label: pairingTitle(together, visit.who.personId), href: togetherHref(together) },
        { label: titleOf(conversation), href: conversationHref(conversation) },
      ],
      body: html`<p>${part.plain}</p>
        ${promptsFor(together.kind, part)}
        ${form(
          {
            action,
            button: t('Save it'),
            values: { text: now?.text ?? '', ...draft, ...values },
            errors,
            draft: conversationDraft(conversation, part.id),
            hidden: { version: now?.version ?? 0 },
            cancel: conversationHref(conversation),
          },
          (f) => f.textarea({ name: 'text', label: part.title, labelHidden: true, rows: 8, autofocus: true }),
        )}
        ${
          earlier.length > 0 &&
          details(
            tn(earlier.length, 'One earlier version', '{n} earlier versions'),
            earlier.map(
              ({ writtenBy, writtenAt, text }) =>
                html`<p class="meta">${writtenBy}, ${formatMoment(writtenAt)}</p>
                  <p class="as-written">${text || t('(empty)')}</p>`,
            ),
          )
        }`,
    };
  },
});

/** The questions of this kind of relationship that belong to the part; those for when one is stuck fold away. */
function promptsFor(kind: Kind, part: Part): Html {
  const { prompts } = byId(catalogue().relationships, kind);
  const asked = prompts.filter(({ when }) => part.prompts.includes(when));
  const stuck = prompts.filter(({ when }) => when === 'stuck');
  const asList = (those: typeof prompts): Html =>
    html`<ul>
      ${those.map(({ asks }) => html`<li>${t(asks)}</li>`)}
    </ul>`;
  return html`${asked.length > 0 && details(t('Questions to have at hand'), asList(asked), true)}
  ${stuck.length > 0 && details(t('When you are stuck'), asList(stuck))}`;
}
