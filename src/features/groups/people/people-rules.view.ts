import { formatList, t, tn } from '#platform/i18n/i18n.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import { type Protocol, type ProtocolRole, sourceLine } from '#features/evidence/index.ts';
import type { Obstacle } from './membership-rules.ts';

/** Who may be in a group of this protocol: each rule with where it is from. */
export function membershipRules(protocol: Protocol | undefined): Html {
  if (!protocol) return nothing;
  const { membership, groupSize, source } = protocol;
  return html`<h2>${t('Who can be in it')}</h2>
    <ul>
      <li>${t('Nobody is put into a group: everyone says yes.')} ${label(t('Staffroom’s own rule'))}</li>
      <li>${sizeWords(groupSize.min, groupSize.max)} ${sourceLine(source)}</li>
      ${membership.map(
        ({ words, oneSchool, source: from }) =>
          html`<li>${words} ${oneSchoolLabel(oneSchool)} ${sourceLine(from)}</li>`,
      )}
    </ul>`;
}

const sizeWords = (min: number, max: number): string =>
  min === max
    ? tn(max, 'One person takes part.', '{n} people take part.')
    : t('{min} to {max} people take part.', { min, max });

/** How many of a role are wanted, in words. */
export function wantedWords({ min, max }: ProtocolRole): string {
  if (max === null)
    return min === 0
      ? t('As many as there are, or nobody')
      : tn(min, 'One or more wanted', '{n} or more wanted');
  if (min === max) return tn(max, 'One wanted', '{n} wanted');
  if (min === 0) return tn(max, 'One at most; it can be nobody', '{n} at most; it can be nobody');
  return t('{min} to {max} wanted', { min, max });
}

/** Who had better not hold one of these roles: words of the protocol, for people to go by. */
export const notHeldBy = (roles: readonly ProtocolRole[]): Html =>
  html`${roles
    .filter(({ notHeldBy: whom }) => whom.length > 0)
    .map(
      ({ title, notHeldBy: whom }) =>
        html`<span class="meta"
          >${t('{role}: not held by {who}.', { role: title, who: formatList(whom) })}</span
        >`,
    )}`;

/** What is in the way of somebody, with whose rule it is. */
export const obstacleNote = ({ words, source, oneSchool }: Obstacle): Html =>
  html`<p>${words} ${oneSchoolLabel(oneSchool)}</p>
    ${source && sourceLine(source)}`;

const oneSchoolLabel = (oneSchool: boolean | undefined): Html =>
  oneSchool ? label(t('One school’s experience')) : nothing;
