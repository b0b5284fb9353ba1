import type { Item } from '#platform/access/who.ts';
import { formatDate, formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { linkButton, quietActions } from '#ui/actions.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { personName } from '#ui/person-name.ts';
import { addressOf } from './open-starting-points.ts';
import { grantName } from './grant-name.ts';
import { textList } from './starting-points-form.ts';
import type { StartingPoints } from './starting-points.queries.ts';

/** What its author sees: the text, who can read it, who did, what was noted, and what else can be done. */
export function ofMine(item: Item, stored: StartingPoints): Html {
  const address = addressOf(item);
  if (item.endedAt)
    return html`${notice('info', t('You took this away on {day}. Nobody else can open it.', { day: formatDate(item.endedAt, 'long') }))}
    ${form({ action: `${address}/restore`, button: t('Bring it back'), quiet: true })}`;
  return html`${textList(stored.texts)}
    <h2>${t('Who can read it')}</h2>
    ${sharedWith(item)}
    <p>${linkButton({ label: t('Share it'), href: `${address}/share`, icon: 'people' })}</p>
    <h2>${t('Who opened it')}</h2>
    ${countedList({
      says: tn(stored.opened.length, 'Opened {n} time', 'Opened {n} times'),
      items: stored.opened.map(
        ({ name, at }) => html`${personName({ name })}, ${formatMoment(new Date(at))}`,
      ),
      dense: true,
      empty: t('Nobody else has opened it.'),
    })}
    ${notesOf(stored)}
    <h2>${t('Next time')}</h2>
    ${form({ action: `${address}/copy`, button: t('Use this again for next time'), quiet: true })}
    <p>${t('If it should no longer be here, take it away. You can bring it back.')}</p>
    ${form({ action: `${address}/end`, button: t('Take it away'), quiet: true, danger: true })}
    ${quietActions([{ label: t('Earlier versions'), href: `${address}/history`, icon: 'history' }])}`;
}

/** What somebody sees with whom it is shared. */
export const ofTheirs = (stored: StartingPoints): Html => html`${textList(stored.texts)} ${notesOf(stored)}`;

/** Each grant with a way to take it back. */
export const sharedWith = (item: Item): Html =>
  countedList({
    says: tn(item.audience.length, 'Shared with {n} person or group', 'Shared with {n} people or groups'),
    items: item.audience.map(
      (grant) =>
        html`${grantName(grant)}
        ${form({
          action: `${addressOf(item)}/unshare`,
          button: t('Stop sharing'),
          describe: t('Stop sharing with {name}', { name: grantName(grant) }),
          hidden: { with: grant.principal },
          quiet: true,
          prefix: `f-${grant.principal.replaceAll(':', '-')}`,
        })}`,
    ),
    empty: t('Only you. Nobody else can open it, whatever their role.'),
  });

const notesOf = (stored: StartingPoints): Value =>
  stored.notes.length > 0 &&
  html`<h2>${t('Notes of talks')}</h2>
    <ul>
      ${stored.notes.map(
        (notes) =>
          html`<li>
            <a href="/interview-notes/${notes.id}"
              >${t('{name}, {day}', { name: notes.interviewer, day: formatDate(notes.heldOn, 'long') })}</a
            >${notes.replied && html` <span class="meta">${t('with a reply')}</span>`}
          </li> `,
      )}
    </ul>`;
