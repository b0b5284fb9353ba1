import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { groupPolicy, programmeTrail } from '#features/programmes/index.ts';
import { protocolToStart, selectCalendar } from '#features/protocols/index.ts';
import { cycleReportPolicy } from './cycle-report.policy.ts';
import { selectForCycles } from './cycles.queries.ts';
import { cyclesView } from './cycles.view.ts';
import { firstDayFrom } from './first-day-from.ts';
import { openGroup } from './group-home.queries.ts';
import { ofGroup } from './of-group.ts';

/** The cycles of a group: the question of each, its report, and the next one. */
export const cyclesPage = page('/groups/:programme/cycles', {
  purpose: 'learning',
  access: groupPolicy,
  async load(visit) {
    const group = await openGroup(visit, 'takePart');
    const { programme } = group.opened;
    const last = group.cycles.at(-1);
    const [calendar, { parts, drafts }, newest] = await Promise.all([
      selectCalendar(visit.db, visit.organisationId),
      selectForCycles(visit.db, visit.who, programme, last?.id),
      protocolToStart(visit.db, visit.organisationId, programme.template_id),
    ]);
    return {
      group,
      parts,
      drafts,
      newest: newest && newest.version > programme.template_version ? newest : undefined,
      firstDay: firstDayFrom(visit.today, calendar),
    };
  },
  view: (data, visit) => ({
    title: t('Cycles of {title}', { title: data.group.opened.programme.title }),
    audience: audienceNote(
      ofGroup(cycleReportPolicy, data.group.opened.programme),
      cycleReportPolicy,
      visit.who,
    ),
    trail: programmeTrail(data.group.opened.programme),
    body: cyclesView({ ...data, visit }),
  }),
});
