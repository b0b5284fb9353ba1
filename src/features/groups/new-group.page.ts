import { allStaff } from '#platform/access/audience-words.ts';
import type { Visit } from '#platform/http/context.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import {
  filterIn,
  fitting,
  protocolToStart,
  selectCalendar,
  selectProtocols,
} from '#features/protocols/index.ts';
import { selectBeforeStart } from './load.queries.ts';
import { firstDayFrom } from './first-day-from.ts';
import { newGroupDraft, newGroupForm, protocolChoice } from './new-group.view.ts';

/** Choosing a protocol, then the little that a group needs to start. */
export const newGroupPage = page('/groups/new', {
  purpose: 'learning',
  access: members('staff'),
  async load(visit) {
    const form = visit.formAt('/groups/new');
    const wanted = visit.query.protocol ?? String(form.values?.protocol ?? '');
    const protocol = wanted ? await protocolToStart(visit.db, visit.organisationId, wanted) : undefined;
    if (!protocol || protocol.startedBy === 'leaders')
      return { ...(await choiceOf(visit)), wanted: protocol };
    const [calendar, draft, before] = await Promise.all([
      selectCalendar(visit.db, visit.organisationId),
      visit.draft(newGroupDraft(protocol)),
      selectBeforeStart(visit.db, visit.who, { today: visit.today, protocol: protocol.id }),
    ]);
    return {
      found: null,
      form,
      protocol,
      draft,
      ...before,
      calendar,
      firstDay: firstDayFrom(visit.today, calendar),
    };
  },
  view: (data, { who }) => ({
    title:
      data.found === null ? t('Start a group: {title}', { title: data.protocol.title }) : t('Start a group'),
    audience: allStaff(
      who,
      t(
        'Any member of staff may start a group. You say who sees that it runs; what is written in it is for those in it.',
      ),
    ),
    trail: [{ label: t('Groups'), href: '/groups' }],
    body: data.found === null ? newGroupForm(data) : protocolChoice(data),
  }),
});

/** Those that a member of staff may start from, narrowed by what stands in the address. */
async function choiceOf({ db, organisationId, query }: Visit) {
  const filter = filterIn(query);
  const all = (await selectProtocols(db, organisationId)).filter(
    ({ protocol }) => protocol.startedBy === 'anyone',
  );
  return { filter, found: fitting(all, filter) };
}
