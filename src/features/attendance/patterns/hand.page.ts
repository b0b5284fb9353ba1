import { members, page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { html, type Html } from '#ui/html.ts';
import { addressOf, countedList } from '#ui/list.ts';
import { personName } from '#ui/person-name.ts';
import { tabs } from '#ui/tabs.ts';
import { handPath, pupilHref } from '../attendance.ts';
import { handAudience } from '../attendance.access.ts';
import { officeTabs } from '../office-tabs.view.ts';
import { type HandPupil, selectHands } from './hand.queries.ts';
import { reasonsFor } from './reasons.ts';

/** Who might need a hand to be in school, with the reason in words. Never sorted by how much somebody missed. */
export const handPage = page(handPath, {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const byNew = visit.query.order === 'new';
    return { byNew, ...(await selectHands(visit.db, visit.who, { today: visit.today, byNew })) };
  },
  view: ({ byNew, pupils, threshold }, visit) => ({
    title: t('Who might need a hand'),
    audience: handAudience(),
    body: html`${officeTabs(visit.who, handPath)}
      <p>
        ${t('What stands out in the registers, for talking about it with the pupil and the family. It says nothing of why. A pupil who was long ill stands here too.')}
      </p>
      ${tabs(t('Order'), [
        { label: t('By name'), href: handPath, current: !byNew },
        { label: t('What is new first'), href: addressOf(handPath, { order: 'new' }), current: byNew },
      ])}
      ${countedList({
        says: tn(pupils.length, '{n} pupil', '{n} pupils'),
        items: pupils.map((pupil) => line(pupil, threshold)),
        empty: t('Nothing stands out among the pupils you look after.'),
      })}
      <p class="meta">
        ${t('{n} in a hundred is the share your school has settled on; at 90 the Department for Education speaks of persistent absence.', { n: threshold })}
      </p>`,
  }),
});

const line = (pupil: HandPupil, threshold: number): Html =>
  html`${personName({ name: pupil.name, href: pupilHref(pupil.id) })}
    <span class="meta">${pupil.form ?? ''}</span><br />
    ${reasonsFor(pupil, threshold).join('. ')}.<br /><span class="meta">${whatWasDone(pupil)}</span>`;

function whatWasDone({ noteOn, noteBy, lookAgainOn }: HandPupil): string {
  if (noteOn === null) return t('Nothing is written down yet.');
  const words = t('{name} wrote on {day} what was done.', {
    name: noteBy ?? '',
    day: formatDate(noteOn, 'short'),
  });
  return lookAgainOn === null
    ? words
    : `${words} ${t('To be looked at again on {day}.', { day: formatDate(lookAgainOn, 'short') })}`;
}
