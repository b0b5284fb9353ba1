import { settleMatter } from '#platform/notices/settle-matter.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { pupilHref, consentsPath } from './consent.ts';
import { consentsAudience, keeps } from './consents.access.ts';
import { differNotice } from './asking/asking.notices.ts';
import { takenBackNotice } from './notices.ts';
import { pupilView } from './pupil.view.ts';
import { selectPupil } from './pupil.queries.ts';

/** One pupil: how it stands for each purpose, every answer there was, and what may be written down. */
export const pupilPage = page(pupilHref(':person'), {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const pupil = await selectPupil(visit.db, visit.who, visit.params.person!, visit.today);
    const { personId } = pupil;
    // It was read: that is all that was asked of whoever was told.
    await settleMatter(
      visit.db,
      {
        fromOwner: visit.organisationId,
        itemId: personId,
        personIds: [visit.who.personId],
        kinds: [takenBackNotice, differNotice],
      },
      [],
      visit.now,
    );
    return { pupil, keeps: keeps(visit.who) };
  },
  view: (data, visit) => ({
    title: t('Consents for {name}', { name: data.pupil.name }),
    audience: consentsAudience(),
    trail: [{ label: t('Consents'), href: consentsPath }],
    body: pupilView({ ...data, visit }),
  }),
});
