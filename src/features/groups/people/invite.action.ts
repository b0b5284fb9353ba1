import { z } from 'zod';
import { NotFound, Refused } from '#platform/errors.ts';
import { optionalProse } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { groupHref, groupPolicy, lockProgramme, templateOf } from '#features/programmes/index.ts';
import { invitePage, personIn } from './invite.page.ts';
import { insertInvitation, selectInvitation, updateAnswer } from './invite.queries.ts';
import { partsFor, whyNot } from './membership-rules.ts';
import { selectMembershipFacts } from './membership-rules.queries.ts';
import { mustWorkHere, openRunningGroup } from './people-open.ts';

/** Asks somebody of the school into the group. They are in it when they say yes. */
export const invite = action('/groups/:programme/people/:person/invite', {
  purpose: 'learning',
  access: groupPolicy,
  page: invitePage,
  input: z.object({ part: z.string({ error: 'Choose as what.' }).max(40), words: optionalProse(1000) }),
  async run(change, { part: sent, words }) {
    const { programme } = await openRunningGroup(change, 'design');
    mustWorkHere(change);
    const personId = personIn(change);
    await lockProgramme(change.tx, programme);
    const protocol = await templateOf(change.tx, programme);
    const { person, people } = await selectMembershipFacts(change.tx, programme, personId, change.today);
    if (person.kind !== 'staff' && person.kind !== 'guest') throw new NotFound();
    const part = partsFor(protocol, 'staff').find((each) => each === sent);
    if (!part) throw new Refused({ part: t('Choose as what.') });
    const obstacle = whyNot(person, { protocol, people, readerId: change.who.personId }, part);
    if (obstacle) throw new Refused(obstacle.words);
    const before = await selectInvitation(change.tx, programme, personId);
    if (before?.answer === null)
      throw new Refused(
        before.way === 'asked'
          ? t('They ask to be let in already. You can answer on the page of the people.')
          : t('They were asked already and have not answered yet.'),
      );
    await insertInvitation(change.tx, programme, {
      personId,
      part,
      words,
      way: 'invited',
      by: change.who.personId,
      at: change.now,
    });
    await change.record({
      kind: 'group.invited',
      itemId: programme.id,
      body: { personId, part },
      tell: true,
    });
    return see(
      groupHref(programme, 'people'),
      t('{name} is asked, and will find it on their first page.', { name: person.name }),
      groupHref(programme, `people/${personId}/invitation/withdraw`),
    );
  },
});

/** Takes an invitation back, or puts it back. */
const setInvitation = (below: 'withdraw' | 'restore') =>
  action(`/groups/:programme/people/:person/invitation/${below}`, {
    purpose: 'learning',
    access: groupPolicy,
    input: z.object({}),
    async run(change) {
      const { programme } = await openRunningGroup(change, 'design');
      const personId = personIn(change);
      const taking = below === 'withdraw';
      await lockProgramme(change.tx, programme);
      const before = await selectInvitation(change.tx, programme, personId);
      if (before?.way !== 'invited' || before.answer !== (taking ? null : 'withdrawn'))
        throw new NotFound('There is no such invitation.');
      const by = { by: change.who.personId, at: change.now };
      await updateAnswer(change.tx, programme, personId, taking ? 'withdrawn' : null, by);
      await change.record({
        kind: taking ? 'group.invitation-withdrawn' : 'group.invitation-restored',
        itemId: programme.id,
        body: { personId },
        tell: true,
      });
      return see(
        groupHref(programme, 'people'),
        taking ? t('The invitation is taken back.') : t('They are asked again.'),
        groupHref(programme, `people/${personId}/invitation/${taking ? 'restore' : 'withdraw'}`),
      );
    },
  });

export const withdrawInvitation = setInvitation('withdraw');
export const restoreInvitation = setInvitation('restore');
