import { audienceNote, grantInWords } from '#platform/access/audience-words.ts';
import type { Item, Who } from '#platform/access/who.ts';
import type { AudienceNote } from '#platform/http/content.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { cyclePolicy } from '../../coaching.policy.ts';
import { type Goal, goalHref, pairingPrincipal } from './goal.ts';

/** Who can see a goal, the people of the pairing by name; its author changes it from there. */
export function goalAudience(item: Item, goal: Goal, who: Who): AudienceNote {
  const mine = goal.ownerId === who.personId;
  const note = audienceNote(item, cyclePolicy, who, mine ? goalHref(goal, 'share') : undefined);
  if (item.audience.length === 0 || goal.pairing === null) return note;
  const pairing = pairingPrincipal(goal.pairing.coachingId);
  const named = item.audience.flatMap((grant) =>
    grant.principal === pairing ? goal.pairing!.others : [grantInWords(grant, who)],
  );
  const others = named.filter((name) => name !== who.standing.name && name !== t('you'));
  return {
    ...note,
    words: t('You and {names}', { names: formatList(mine ? others : [goal.author, ...others]) }),
  };
}
