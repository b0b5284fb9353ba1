import { audienceNote, grantInWords } from '#platform/access/audience-words.ts';
import type { Item, Who } from '#platform/access/who.ts';
import type { AudienceNote } from '#platform/http/content.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { observationPolicy } from './observation.policy.ts';
import type { Observation } from './observation.ts';

/** Who can see an observation, with the observed teacher by name: they own it, and more than one writes in it. */
export function observationAudience(
  item: Item,
  { observedId, observed }: Pick<Observation, 'observedId' | 'observed'>,
  who: Who,
  change?: string,
): AudienceNote {
  const note = audienceNote(item, observationPolicy, who, change);
  const names = [
    observedId === who.personId ? t('you') : observed,
    ...item.audience.map((grant) => grantInWords(grant, who)),
  ];
  const words = formatList([...new Set(names)]);
  return { ...note, words: words.charAt(0).toLocaleUpperCase() + words.slice(1) };
}
