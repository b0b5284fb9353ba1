import { z } from 'zod';
import { NotFound, Refused } from '#platform/errors.ts';
import { optionalProse } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { groupHref, groupPolicy, lockProgramme, mustRun } from '#features/programmes/index.ts';
import { askToJoinPage, openAskable } from './ask-to-join.page.ts';
import { insertInvitation, selectInvitation, updateAnswer } from './invite.queries.ts';
import { mustFit } from './people-come.ts';
import { openPlace } from './people-open.ts';
import { placePolicy } from './people-place.policy.ts';
import { keepReplaces, replacesInput } from '../replaces.ts';

/** Asks those in a group to be let in. */
export const askToJoin = action('/groups/:programme/ask', {
  purpose: 'learning',
  access: groupPolicy,
  page: askToJoinPage,
  input: z.object({ words: optionalProse(1000), replaces: replacesInput }),
  async run(change, { words, replaces }) {
    const { programme } = await openAskable(change);
    const { tx, who, now } = change;
    await lockProgramme(tx, programme);
    await mustFit(change, programme, { personId: who.personId, part: 'participant' });
    const before = await selectInvitation(tx, programme, who.personId);
    if (before?.answer === null)
      throw new Refused(
        before.way === 'invited'
          ? t('You are asked into this group already: answer there.')
          : t('You asked already. Those in the group answer.'),
      );
    if (before?.way === 'asked' && before.answer === 'no')
      throw new Refused(t('The group answered: not this time. Somebody in it can ask you.'));
    await insertInvitation(tx, programme, {
      personId: who.personId,
      part: 'participant',
      words,
      way: 'asked',
      by: who.personId,
      at: now,
    });
    keepReplaces(change, programme.id, replaces);
    await change.record({
      kind: 'group.asked',
      itemId: programme.id,
      body: { personId: who.personId },
      tell: true,
    });
    return see(
      groupHref(programme),
      t('Your question is with the group. You will hear from them.'),
      groupHref(programme, 'ask/withdraw'),
    );
  },
});

/** Takes one's own question back, or puts it back; also when the group can be opened no more. */
const setAsking = (below: 'withdraw' | 'restore') =>
  action(`/groups/:programme/ask/${below}`, {
    purpose: 'learning',
    access: placePolicy,
    input: z.object({}),
    async run(change) {
      const { tx, who, now } = change;
      const taking = below === 'withdraw';
      const mine = { by: who.personId, at: now };
      const { programme } = await openPlace(change, async (group) => {
        const found = await selectInvitation(tx, group, who.personId);
        return found?.way === 'asked' ? found : undefined;
      });
      mustRun(programme);
      await lockProgramme(tx, programme);
      const asked = await selectInvitation(tx, programme, who.personId);
      if (asked?.way !== 'asked' || asked.answer !== (taking ? null : 'withdrawn'))
        throw new NotFound('There is no such question of yours.');
      await updateAnswer(tx, programme, who.personId, taking ? 'withdrawn' : null, mine);
      await change.record({
        kind: taking ? 'group.asking-withdrawn' : 'group.asking-restored',
        itemId: programme.id,
        body: { personId: who.personId },
        tell: true,
      });
      return see(
        '/groups/open',
        taking ? t('Your question is taken back.') : t('Your question is with the group again.'),
        groupHref(programme, `ask/${taking ? 'restore' : 'withdraw'}`),
      );
    },
  });

export const withdrawAsking = setAsking('withdraw');
export const restoreAsking = setAsking('restore');
