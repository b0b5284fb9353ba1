import { page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { personName } from '#ui/person-name.ts';
import { catalogue, sourceLine } from '#features/evidence/index.ts';
import { togetherAudience } from '../../audience.ts';
import { coachingPolicy } from '../../coaching.policy.ts';
import { stateOf, titleOf as pairingTitle, type Together, togetherHref } from '../../together.ts';
import { conversationHref, standing, titleOf } from '../talk/conversation.ts';
import { openConversation } from '../talk/open-conversation.ts';
import { chosenDimensions, type Note, optionInWords } from './note.ts';
import { noteFields } from './note-form.ts';

/** The stretches that were noted of a conversation, and noting the next one. */
export const notesPage = page('/coaching/:coaching/conversations/:conversation/notes', {
  purpose: 'learning',
  access: coachingPolicy,
  async load(visit) {
    const opened = await openConversation(visit);
    const { conversation, together } = opened;
    const writes = opened.may('write') && stateOf(together) === 'agreed' && !conversation.endedAt;
    return { ...opened, notes: standing(conversation), writes };
  },
  view({ item, together, conversation, notes, writes }, visit) {
    const me = visit.who.personId;
    const at = (note: Note, below: string): string =>
      conversationHref(conversation, `notes/${note.id}/${below}`);
    return {
      title: t('Stretches of the talk'),
      audience: togetherAudience(item, together, visit.who),
      trail: [
        { label: pairingTitle(together, me), href: togetherHref(together) },
        { label: titleOf(conversation), href: conversationHref(conversation) },
      ],
      body: html`<p>
          ${t('A stretch is as long as you speak about one thing. Note a few; they show whose conversation it was and what it was about.')}
        </p>
        ${
          writes &&
          form(
            { ...visit.formAt(conversationHref(conversation, 'notes')), button: t('Save and note the next') },
            (f) => noteFields(f, together, true),
          )
        }
        ${countedList({
          says: tn(notes.length, '{n} stretch noted', '{n} stretches noted'),
          items: notes.map(
            (note) =>
              html`${noteLine(note, together)}
              ${
                writes &&
                note.authorId === me &&
                html`${quietActions([{ label: t('Change: {subject}', { subject: note.subject }), href: at(note, 'edit'), icon: 'edit' }])}
                ${form({ action: at(note, 'end'), button: t('Take it away'), describe: t('Take it away: {subject}', { subject: note.subject }), quiet: true, danger: true })}`
              }`,
          ),
          empty: empty({ says: t('No stretch is noted yet.') }),
        })}
        ${quietActions([
          {
            label: t('Who began what: our talk counted'),
            href: `${togetherHref(together, 'talk')}?conversation=${conversation.id}`,
            icon: 'evidence',
          },
        ])}
        ${whyNote()}`,
    };
  },
});

function noteLine(note: Note, { people }: Together): Html {
  const initiator = people.find(({ personId }) => personId === note.initiatorId);
  const said = [
    initiator && t('begun by {name}', { name: initiator.name }),
    ...chosenDimensions.map((name) => note[name] !== null && optionInWords(name, note[name])),
  ].filter(Boolean);
  return html`<strong>${note.subject}</strong> <span class="meta">${said.join('; ')}</span>
    ${note.words && html`<p class="as-written">${note.words}</p>`}
    <p class="meta">${t('Noted by')} ${personName({ name: note.author })}</p>`;
}

const whyNote = (): Html => {
  const { dimensions } = catalogue().coaching;
  return details(
    t('What the six words mean'),
    html`<dl>
        ${dimensions.map(
          ({ title, plain }) =>
            html`<dt>${t(title)}</dt>
              <dd>${t(plain)}</dd>`,
        )}
      </dl>
      ${sourceLine(dimensions[0]!.source)}`,
  );
};
