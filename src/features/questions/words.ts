import { formatDate, t } from '#platform/i18n/i18n.ts';
import type { Audience } from './questions.queries.ts';

const names: Record<Audience, () => string> = {
  group: () => t('Those taking part, the facilitator and the specialist'),
  specialist: () => t('The specialist alone'),
};
/** Why no question is taken yet. */
export const notBefore = (day: string): string =>
  t('You can ask from {day} on, when the plan has the specialist on call.', {
    day: formatDate(day, 'weekday'),
  });

export const audienceWords = (audience: Audience): string => names[audience]();
