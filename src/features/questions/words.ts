import { t } from '#platform/i18n/i18n.ts';
import type { Audience } from './questions.queries.ts';

const names: Record<Audience, () => string> = {
  group: () => t('Those taking part, the facilitator and the specialist'),
  specialist: () => t('The specialist alone'),
};
export const audienceWords = (audience: Audience): string => names[audience]();
