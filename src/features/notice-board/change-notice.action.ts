import { z } from 'zod';
import { throwStale } from '#platform/audit/text-versions.ts';
import { Refused } from '#platform/errors.ts';
import { ticked, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { noticeHref } from './addresses.ts';
import { changeNoticePage } from './change-notice.page.ts';
import { mustBeOpenTo, selectChoices } from './choices.queries.ts';
import { updateNotice } from './notice.queries.ts';
import { postedNoticePolicy } from './notice-board.policy.ts';
import { noticeInput, readAudience, wrongNotice } from './notice-input.ts';
import { openOwnNotice } from './open-notice.ts';

/** Saves a new version; the one before is kept where its readers can see it. Throws `Stale`, carrying both texts. */
export const changeNotice = action('/notices/:notice/change', {
  purpose: 'administration',
  access: postedNoticePolicy,
  page: changeNoticePage,
  input: z.object({ ...noticeInput, again: ticked(), version: version() }),
  async run(change, { version: shown, again, ...sent }) {
    const { notice, audience: before, ended } = await openOwnNotice(change);
    if (ended) throw new Refused(t('This notice is taken down. Put it up again first.'));
    const wrong = wrongNotice(sent, change.today, notice);
    if (Object.keys(wrong).length > 0) throw new Refused(wrong);
    const audience = readAudience(sent);
    mustBeOpenTo(await selectChoices(change.tx, change.who, change.today), audience, before);
    if (!(await updateNotice(change, { id: notice.id, version: shown, again }, sent, audience))) {
      const current = (await openOwnNotice(change)).notice;
      const fields = [
        { name: 'title', label: t('What it is about'), text: current.title },
        { name: 'text', label: t('What you want to say'), text: current.text },
      ];
      const of = { ownerId: change.organisationId, id: notice.id };
      await throwStale(change.tx, of, { version: current.version, fields }, change.now);
    }
    await change.record({
      kind: 'posted-notice.changed',
      itemId: notice.id,
      body: { version: shown + 1, again },
      tell: true,
    });
    return see(noticeHref(notice.id), t('The change is saved. The text before it is kept.'));
  },
});
