import { formatNumber, t, tn } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import type { Audience } from './audience.ts';
import { audienceInWords, type UnitNames } from './audience-words.ts';
import type { Reached, ReachedCounts } from './reached.queries.ts';

/** Whom a notice would reach today: in words, by number, and by name for whoever wants to look. */
export function whoSees(audience: Audience, names: UnitNames, { counts, names: people }: Reached): Html {
  const all = totalOf(counts);
  return html`${notice(
    all === 0 ? 'caution' : 'info',
    all === 0
      ? t('Nobody but you would see it today: {whom}.', { whom: audienceInWords(audience, names) })
      : t('{whom}: {numbers}.', { whom: audienceInWords(audience, names), numbers: countsInWords(counts) }),
    t('Who will see it'),
  )}
  ${
    people.length > 0 &&
    details(
      t('See the names'),
      html`${countedList({
        says:
          counts.family + counts.guest > 0
            ? t('Families are counted and not listed.')
            : tn(people.length, '{n} name', '{n} names'),
        items: people.map((name) => html`<bdi>${name}</bdi>`),
        dense: true,
        empty: '',
      })}
      ${
        counts.staff + counts.pupil > people.length &&
        html`<p>${t('Shown are the first {n}.', { n: formatNumber(people.length) })}</p>`
      }`,
    )
  }`;
}

export const totalOf = ({ staff, pupil, family, guest }: ReachedCounts): number =>
  staff + pupil + family + guest;

/** "18 staff, 28 pupils, 41 parents and carers". */
const countsInWords = ({ staff, pupil, family, guest }: ReachedCounts): string =>
  [
    staff > 0 ? tn(staff, '{n} member of staff', '{n} staff') : '',
    pupil > 0 ? tn(pupil, '{n} pupil', '{n} pupils') : '',
    family > 0 ? tn(family, '{n} parent or carer', '{n} parents and carers') : '',
    guest > 0 ? tn(guest, '{n} guest', '{n} guests') : '',
  ]
    .filter(Boolean)
    .join(', ');
