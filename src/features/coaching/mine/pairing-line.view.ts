import { formatDate, formatList, t } from '#platform/i18n/i18n.ts';
import { html, type Html } from '#ui/html.ts';
import { soughtInWords } from '../find/sought.ts';
import { togetherHref } from '../together.ts';
import { dayWords } from '#features/programmes/index.ts';
import type { MyPairing } from './mine.queries.ts';

/** One pairing: what, with whom, and what is next in it. */
export const pairingLine = (pairing: MyPairing, today: string): Html =>
  html`<a href="${togetherHref(pairing, pairing.asksMe ? 'answer' : '')}"
      >${t('{kind} with {names}', { kind: soughtInWords(pairing), names: formatList(pairing.others) })}</a
    >
    <span class="meta">${next(pairing, today)}</span>`;

function next(pairing: MyPairing, today: string): string {
  const { asksMe, endedAt, leftAt, agreedAt, nextOn, withoutAgreement } = pairing;
  if (asksMe) return t('Waits for your yes or no');
  if (leftAt) return t('You left on {day}', { day: formatDate(leftAt) });
  if (endedAt) return agreedAt ? t('Ended on {day}', { day: formatDate(endedAt) }) : t('Did not come about');
  if (!agreedAt) return t('Waits for an answer');
  if (nextOn && nextOn < today) return t('{day}: say whether you met', { day: dayWords(nextOn, today) });
  if (nextOn) return t('Next time: {day}', { day: dayWords(nextOn, today) });
  return withoutAgreement ? t('Next: write down and sign what you agree') : t('No time is booked');
}
