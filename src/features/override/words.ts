import { formatMoment, t } from '#platform/i18n/i18n.ts';
import { answerDays, type Request, stateOf } from './request.ts';

/** Where a request stands, in a sentence. */
export function whereItStands(request: Request, now: Date): string {
  const { answerer, expiresAt } = request;
  switch (stateOf(request, now)) {
    case 'waiting':
      return t('Waits for the holder of another role to agree or decline.');
    case 'lapsed':
      return t('Nobody answered within {n} days. Nothing was opened.', { n: answerDays });
    case 'withdrawn':
      return t('Taken back by {name}. Nothing was opened.', { name: request.asker });
    case 'declined':
      return t('{name} declined. Nothing was opened.', { name: answerer ?? '' });
    case 'open':
      return t('{name} agreed. The two can read it until {when}.', {
        name: answerer ?? '',
        when: formatMoment(expiresAt!),
      });
    case 'over':
      return t('{name} agreed. It could be read until {when}, and no longer can.', {
        name: answerer ?? '',
        when: formatMoment(expiresAt!),
      });
  }
}

/** When its author is told. */
export const whenTold = ({ hiddenUntil }: Request): string =>
  hiddenUntil === null
    ? t('As soon as it is agreed.')
    : t('On {when}: telling them before would endanger someone.', { when: formatMoment(hiddenUntil) });
