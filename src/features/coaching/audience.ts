import { audienceNote } from '#platform/access/audience-words.ts';
import type { Item, Who } from '#platform/access/who.ts';
import type { AudienceNote } from '#platform/http/content.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { coachingPolicy } from './coaching.policy.ts';
import { others, type Together } from './together.ts';

/**
 * Who can see what a pairing's people say and write together: by name, and what the co-ordinator sees beside it. For
 * every page under `/coaching/:coaching`.
 */
export function togetherAudience(item: Item, together: Together, who: Who): AudienceNote {
  const note = audienceNote(item, coachingPolicy, who);
  const names = others(together, who.personId).map(({ name }) => name);
  return {
    ...note,
    words:
      names.length > 0
        ? t('You and {names}; the co-ordinator sees dates only', { names: formatList(names) })
        : t('You, and who was in it; the co-ordinator sees dates only'),
    why: [
      note.why,
      t(
        'The mentor co-ordinator sees who works with whom, when you meet and for how long, and never what you say or write. Heads and other leaders see numbers of many pairings, and no names.',
      ),
    ].join(' '),
  };
}
