import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { settleMatter } from '#platform/notices/settle-matter.ts';
import { answeredNotice } from '../notices.ts';
import { awayHref } from '../attendance.ts';
import { familyAudience } from '../attendance.access.ts';
import { awayView } from './away.view.ts';
import { selectAway } from './away.queries.ts';

/** Where a grown-up of the family says, in a minute on a phone, why a child is away or will be. */
export const awayPage = page(awayHref(':pupil'), {
  purpose: 'administration',
  access: 'signed-in',
  async load(visit) {
    const away = await selectAway(visit.db, visit.who, visit.params.pupil!, visit.today);
    // The school's answer stands on this page: that was all that waited.
    if (away.said.some(({ isMine, decision }) => isMine && decision !== null))
      await settleMatter(
        visit.db,
        {
          fromOwner: visit.organisationId,
          itemId: away.pupilId,
          personIds: [visit.who.personId],
          kinds: [answeredNotice],
        },
        [],
        visit.now,
      );
    return away;
  },
  view: (away, visit) => ({
    title: t('{name} is away', { name: away.name }),
    audience: familyAudience(),
    trail: [
      { label: t('My children'), href: '/children' },
      { label: away.name, href: `/children/${away.pupilId}` },
    ],
    body: awayView(away, visit),
  }),
});
