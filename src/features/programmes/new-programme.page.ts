import { theseRoles } from '#platform/access/audience-words.ts';
import { addDays, isWeekend, weekOf } from '#platform/calendar/dates.ts';
import { page, roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { learningLeaders } from '#features/people/index.ts';
import { protocolToStart, selectCalendar, selectProtocolLines } from '#features/protocols/index.ts';
import { earliestTerm } from './first-day.ts';
import { selectPriorities } from './priorities.queries.ts';
import { newProgrammeDraft, newProgrammeForm, templateChoice } from './new-programme.view.ts';

/** A day itself, or the Monday after a weekend. */
const nextWeekday = (day: string): string => (isWeekend(day) ? addDays(weekOf(day), 7) : day);

/** Choosing a protocol, then the few things a first lay-out needs. */
export const newProgrammePage = page('/programmes/new', {
  purpose: 'learning',
  access: roles(...learningLeaders),
  async load(visit) {
    const form = visit.formAt('/programmes/new');
    const wanted = visit.query.template ?? String(form.values?.template ?? '');
    const template = wanted ? await protocolToStart(visit.db, visit.organisationId, wanted) : undefined;
    if (!template) return { form, lines: await selectProtocolLines(visit.db, visit.organisationId) };
    const [priorities, calendar, draft] = await Promise.all([
      selectPriorities(visit.db, visit.organisationId),
      selectCalendar(visit.db, visit.organisationId),
      visit.draft(newProgrammeDraft(template)),
    ]);
    const earliest = earliestTerm(calendar) ?? visit.today;
    const firstDay = nextWeekday(earliest > visit.today ? earliest : visit.today);
    return { form, lines: null, template, priorities, draft, firstDay };
  },
  view: (data) => ({
    title:
      data.lines === null
        ? t('A new programme: {title}', { title: data.template.title })
        : t('A new programme'),
    audience: theseRoles(
      learningLeaders,
      t(
        'They plan the school’s professional learning. A draft is seen by those who design it until it is published.',
      ),
    ),
    trail: [{ label: t('Programmes'), href: '/programmes' }],
    body: data.lines === null ? newProgrammeForm(data) : templateChoice(data.lines),
  }),
});
