import { z } from 'zod';
import { NotFound, Refused } from '#platform/errors.ts';
import { choice, optionalProse } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { groupHref, groupPolicy, lockProgramme } from '#features/programmes/index.ts';
import { isLongAgo } from './answer.action.ts';
import { personIn } from './invite.page.ts';
import { selectInvitation, updateAnswer } from './invite.queries.ts';
import { comeIn, goOut } from './people-come.ts';
import { openRunningGroup } from './people-open.ts';
import { groupPeoplePage } from './people.page.ts';

/** Those who keep the plan or facilitate answer somebody who asks to be let in. */
export const answerAsking = action('/groups/:programme/people/:person/answer', {
  purpose: 'learning',
  access: groupPolicy,
  page: groupPeoplePage,
  input: z.object({ answer: choice(['yes', 'no'], 'Say yes, or not this time.'), said: optionalProse(1000) }),
  async run(change, { answer, said }) {
    const { programme } = await openRunningGroup(change, 'design');
    const personId = personIn(change);
    const { tx, now, who } = change;
    await lockProgramme(tx, programme);
    const asked = await selectInvitation(tx, programme, personId);
    if (asked?.way !== 'asked') throw new NotFound('Nobody of this name asks to be let in.');
    if (asked.answer !== null) throw new Refused(t('This is answered or taken back already.'));
    if (answer === 'yes') await comeIn(change, programme, { personId, part: asked.part });
    await updateAnswer(tx, programme, personId, answer, { by: who.personId, at: now, said });
    await change.record({
      kind: 'group.asking-answered',
      itemId: programme.id,
      body: { personId, answer },
      tell: true,
    });
    return see(
      groupHref(programme, 'people'),
      answer === 'yes'
        ? t('They are in the group, and are told.')
        : t('You said not this time. They are told.'),
      groupHref(programme, `people/${personId}/answer/take-back`),
    );
  },
});

/** Takes such an answer back, until a day later: their question waits again. */
export const takeBackAskingAnswer = action('/groups/:programme/people/:person/answer/take-back', {
  purpose: 'learning',
  access: groupPolicy,
  page: groupPeoplePage,
  input: z.object({}),
  async run(change) {
    const { programme } = await openRunningGroup(change, 'design');
    const personId = personIn(change);
    const { tx, now, who } = change;
    await lockProgramme(tx, programme);
    const asked = await selectInvitation(tx, programme, personId);
    if (asked?.way !== 'asked' || (asked.answer !== 'yes' && asked.answer !== 'no'))
      throw new NotFound('There is no answer to take back.');
    if (isLongAgo(asked, now))
      throw new Refused(t('That was a while ago. Somebody who is in the group leaves by their own word.'));
    if (asked.answer === 'yes') await goOut(change, programme, { personId, part: asked.part });
    await updateAnswer(tx, programme, personId, null, { by: who.personId, at: now });
    await change.record({
      kind: 'group.asking-answer-taken-back',
      itemId: programme.id,
      body: { personId },
      tell: true,
    });
    return see(groupHref(programme, 'people'), t('The answer is taken back. Their question waits again.'));
  },
});
