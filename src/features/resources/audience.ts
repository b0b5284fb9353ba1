import { allStaff, onlyYou } from '#platform/access/audience-words.ts';
import type { Who } from '#platform/access/who.ts';
import type { AudienceNote } from '#platform/http/content.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Resource } from './resource.ts';

export const resourceAudience = (who: Who, { sharedAt }: Pick<Resource, 'sharedAt'>): AudienceNote =>
  sharedAt === null
    ? onlyYou(t('Nobody else sees it until you put it into the bank.'))
    : allStaff(
        who,
        t(
          'It is in the bank: all staff read it, show it to those they teach, and may adapt a copy of their own.',
        ),
      );
