import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { settle } from '#platform/notices/notices.ts';
import { groupHref, groupPolicy, programmeTrail } from '#features/programmes/index.ts';
import { cycleReportPolicy } from './cycle-report.policy.ts';
import { cycleReportView } from './cycle-report.view.ts';
import { openCycle } from './open-cycle.ts';

/** What came of a cycle: what the program counted, and what the group writes. */
export const cycleReportPage = page('/groups/:programme/cycles/:cycle/report', {
  purpose: 'learning',
  access: groupPolicy,
  async load(visit) {
    const found = await openCycle(visit);
    // Whoever was told of it has seen it now.
    for (const kind of found.noticed)
      await settle(
        visit.db,
        {
          personIds: [visit.who.personId],
          fromOwner: visit.organisationId,
          kind,
          subjectKey: found.cycle.id,
        },
        visit.now,
      );
    return found;
  },
  view: (data, visit) => ({
    title: t('{group}: cycle {n}', { group: data.programme.title, n: data.cycle.number }),
    audience: audienceNote(data.item, cycleReportPolicy, visit.who),
    trail: data.inside
      ? [...programmeTrail(data.programme), { label: t('Cycles'), href: groupHref(data.programme, 'cycles') }]
      : [{ label: t('Groups'), href: '/groups' }],
    body: cycleReportView({ ...data, visit }),
  }),
});
