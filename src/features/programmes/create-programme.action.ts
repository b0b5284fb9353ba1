import { z } from 'zod';
import { addDays } from '#platform/calendar/dates.ts';
import { Refused } from '#platform/errors.ts';
import { day } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { learningLeaders } from '#features/people/index.ts';
import { keepVersion, protocolToStart, selectCalendar } from '#features/protocols/index.ts';
import { aboutInput } from './about.input.ts';
import { programmeHref } from './addresses.ts';
import { whyNotFrom } from './first-day.ts';
import { asNewStep, insertProgramme } from './insert-programme.ts';
import { layOut } from './lay-out.ts';
import { newProgrammePage } from './new-programme.page.ts';

/** Lays a template out as a draft on the school's teaching weeks; who does so leads it. */
export const createProgrammeAction = action('/programmes/new', {
  purpose: 'learning',
  access: roles(...learningLeaders),
  page: newProgrammePage,
  input: z.object({
    ...aboutInput,
    template: z.string(),
    starts_on: day('Choose the first day.'),
    terms: z.coerce.number({ error: 'Choose how many terms.' }).int().min(1).max(6),
  }),
  async run(change, { template: templateId, starts_on: startsOn, terms, ...about }) {
    const template = await protocolToStart(change.tx, change.organisationId, templateId);
    if (!template) throw new Refused('Choose a protocol to begin with.');
    if (!template.terms.includes(terms)) throw new Refused({ terms: 'Choose how many terms.' });
    const calendar = await selectCalendar(change.tx, change.organisationId);
    const whyNot =
      startsOn < addDays(change.today, -366)
        ? t('This day is more than a year ago. Choose a later one, and check the year.')
        : whyNotFrom(startsOn, calendar);
    if (whyNot) throw new Refused({ starts_on: whyNot });
    const steps = layOut(template, { startsOn, terms }, calendar).map(asNewStep);
    await keepVersion(change.tx, change.organisationId, template, change.now);
    const { id, slug } = await insertProgramme(
      change,
      { ...about, template_id: template.id, template_version: template.version },
      steps,
      startsOn,
    );
    await change.record({
      kind: 'programme.created',
      itemId: id,
      body: { template: template.id, steps: steps.length },
    });
    return see(
      programmeHref({ slug }, 'design'),
      t('The draft is laid out. Only those who design it can see it.'),
    );
  },
});
