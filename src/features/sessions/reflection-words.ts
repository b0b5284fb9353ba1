import { onlyYou } from '#platform/access/audience-words.ts';
import type { AudienceNote } from '#platform/http/content.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import type { SharingPart } from './reflection.queries.ts';

const names: Record<SharingPart, () => string> = {
  specialist: () => t('The specialist of this programme'),
  facilitator: () => t('The facilitator of this programme'),
  participant: () => t('The others who take part'),
};
export const sharingWords = (part: SharingPart): string => names[part]();

/** Who reads a reflection of one's own, in words. */
export const readersOf = (parts: readonly SharingPart[], change?: string): AudienceNote => ({
  ...(parts.length === 0
    ? onlyYou(t('Nobody else can open this, whatever their role, until you share it.'))
    : {
        icon: 'people' as const,
        words: formatList([t('You'), ...parts.map((part) => sharingWords(part).toLocaleLowerCase())]),
        why: t(
          'You chose them. Leaders and line managers are not among them. You can see when somebody opens it.',
        ),
      }),
  ...(change !== undefined && { change }),
});
