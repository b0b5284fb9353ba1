import { theseRoles } from '#platform/access/audience-words.ts';
import { protectCounts } from '#platform/access/small-numbers.ts';
import type { AudienceNote } from '#platform/http/content.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { learningLeaders, role } from '#features/people/index.ts';
import { openProgramme, programmePolicy } from '#features/programmes/index.ts';
import { programmeAgreementsView } from './programme-agreements.view.ts';
import { selectCounts, selectMyAgreements, selectPairings } from './programme-agreements.queries.ts';

/**
 * The agreements of a programme, for each as much as is theirs: participants find their own,
 * leaders read protected counts, the mentor co-ordinator reads pairings and review dates.
 */
export const programmeAgreementsPage = page('/programmes/:programme/agreements', {
  purpose: 'learning',
  access: programmePolicy,
  async load(visit) {
    const opened = await openProgramme(visit, 'agreements');
    const { programme } = opened;
    const { who, organisationId: owner } = visit;
    const participant = who.isIn(programme.id, 'participant') && who.standing.kind === 'staff';
    const coordinates = who.has(role.coordinator);
    const leads = who.hasAny([...learningLeaders]) || who.isIn(programme.id, 'leader');
    const [mine, counts, pairings] = await Promise.all([
      participant ? selectMyAgreements(visit.db, who, programme.id) : null,
      leads ? selectCounts(visit.db, owner, programme.id) : null,
      coordinates ? selectPairings(visit.db, who, programme.id, visit.today) : null,
    ]);
    return {
      opened,
      mine,
      cells: counts && {
        participants: counts.participants,
        shown: protectCounts([
          { key: 'signed', count: counts.signed },
          { key: 'writing', count: counts.writing },
          { key: 'none', count: counts.participants - counts.signed - counts.writing },
        ]),
      },
      pairings,
      audience: audienceOf({ participant, leads, coordinates }),
    };
  },
  view: programmeAgreementsView,
});

function audienceOf(as: { participant: boolean; leads: boolean; coordinates: boolean }): () => AudienceNote {
  if (as.coordinates && !as.participant)
    return () =>
      theseRoles(
        [role.coordinator],
        t('The mentor co-ordinator sees who works with whom and when they review, never what they write.'),
      );
  if (as.leads && !as.participant)
    return () =>
      theseRoles(
        ['part:leader', ...learningLeaders],
        t('Leaders see how many work with an agreement, in groups of five or more, never who or what.'),
      );
  return () => ({
    icon: 'private',
    words: t('Only you'),
    why: t('The list below is yours. Each agreement is open to its own partners and to nobody else.'),
  });
}
