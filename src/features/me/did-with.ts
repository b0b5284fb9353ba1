import { t } from '#platform/i18n/i18n.ts';

/**
 * What somebody did with something of one's own, from the log: `manner` and the noun of its kind. Who changes nothing
 * of yours sends a form about it too: notes of a talk, a comment, a text that came too late.
 */
export const didWith = (manner: string, noun: string): string =>
  ({
    export: t('took your {noun} in a sheet', { noun }),
    file: t('opened a file of your {noun}', { noun }),
    feed: t('had your {noun} in a calendar', { noun }),
    change: t('opened your {noun} to write something about it', { noun }),
    override: t('opened your {noun}, as the law allows two people together', { noun }),
  })[manner] ?? t('opened your {noun}', { noun });
