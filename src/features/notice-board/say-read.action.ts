import { z } from 'zod';
import { NotAllowed, Refused } from '#platform/errors.ts';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { boardPath } from './addresses.ts';
import { noticePage } from './notice.page.ts';
import { postedNoticePolicy } from './notice-board.policy.ts';
import { findNotice } from './open-notice.ts';

/** Somebody says that they have read the version they have before them. Saying it twice changes nothing. */
export const sayRead = action('/notices/:notice/read', {
  purpose: 'administration',
  access: postedNoticePolicy,
  page: noticePage,
  unrecorded: 'saying twice what was said changes nothing; saying it records itself',
  input: z.object({ version: version() }),
  async run(change, { version: shown }) {
    const { notice, isReader, ended } = await findNotice(change);
    if (!isReader)
      throw new NotAllowed(t('Those for whom this notice was put up are asked whether they have read it.'));
    if (ended)
      return see(boardPath, t('This notice was taken down meanwhile. Nothing is asked of you any more.'));
    if (!notice.mustRead) throw new Refused(t('Nobody is asked to say that they have read this.'));
    if (notice.untilOn < change.today)
      return see(boardPath, t('Its last day is over. Nothing is asked of you.'));
    const seen = Math.min(shown, notice.version);
    if (seen < notice.askedVersion)
      throw new Refused(t('It was changed meanwhile. Read it as it stands now, then say so.'));
    if (notice.saidVersion !== null && notice.saidVersion >= notice.askedVersion)
      return see(boardPath, t('You have said already that you have read it.'));
    const said = { version: seen, said_at: change.now };
    await change.tx
      .insertInto('posted_notice_reading')
      .values({
        owner_id: change.organisationId,
        notice_id: notice.id,
        person_id: change.who.personId,
        ...said,
      })
      .onConflict((conflict) => conflict.columns(['owner_id', 'notice_id', 'person_id']).doUpdateSet(said))
      .execute();
    await change.record({
      kind: 'posted-notice.read',
      itemId: notice.id,
      body: { version: seen },
      tell: true,
    });
    return see(boardPath, t('You have said that you have read “{title}”.', { title: notice.title }));
  },
});
