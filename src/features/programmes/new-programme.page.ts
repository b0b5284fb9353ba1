import { theseRoles } from '#platform/access/audience-words.ts';
import { addDays, isWeekend, weekOf } from '#platform/calendar/dates.ts';
import { page, roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { catalogue } from '#features/evidence/index.ts';
import { learningLeaders } from '#features/people/index.ts';
import { selectCalendar } from './calendar.queries.ts';
import { earliestTerm } from './first-day.ts';
import { selectPriorities } from './priorities.queries.ts';
import { newProgrammeDraft, newProgrammeForm, templateChoice } from './new-programme.view.ts';

/** A day itself, or the Monday after a weekend. */
const nextWeekday = (day: string): string => (isWeekend(day) ? addDays(weekOf(day), 7) : day);

/** Choosing a template, then the few things a first lay-out needs. */
export const newProgrammePage = page('/programmes/new', {
  purpose: 'learning',
  access: roles(...learningLeaders),
  async load(visit) {
    const form = visit.formAt('/programmes/new');
    const wanted = visit.query.template ?? form.values?.template;
    const template = catalogue().protocols.find((protocol) => protocol.id === wanted);
    const [priorities, calendar, draft] = await Promise.all([
      selectPriorities(visit.db, visit.organisationId),
      selectCalendar(visit.db, visit.organisationId),
      template && visit.draft(newProgrammeDraft(template)),
    ]);
    const earliest = earliestTerm(calendar) ?? visit.today;
    const firstDay = nextWeekday(earliest > visit.today ? earliest : visit.today);
    return { form, template, priorities, draft, firstDay };
  },
  view: (data) => ({
    title: data.template
      ? t('A new programme: {title}', { title: data.template.title })
      : t('A new programme'),
    audience: theseRoles(
      learningLeaders,
      t(
        'They plan the school’s professional learning. A draft is seen by those who design it until it is published.',
      ),
    ),
    trail: [{ label: t('Programmes'), href: '/programmes' }],
    body: data.template
      ? newProgrammeForm({ ...data, template: data.template })
      : templateChoice(catalogue().protocols),
  }),
});
