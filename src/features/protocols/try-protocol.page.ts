import { NotFound } from '#platform/errors.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectCalendar } from './calendar.queries.ts';
import { inventedDay } from './days-of-steps.ts';
import { editorHead } from './editor-frame.ts';
import { openTemplate } from './open-template.ts';
import { protocolTemplatePolicy } from './protocol-template.policy.ts';
import { occurrencesOf } from './picture.ts';
import { triedAs, tryView } from './try-protocol.view.ts';
import { isFor } from './work-of.ts';

/**
 * A protocol as somebody in it would go through it, step by step, before it is published. `?as=` is the role one tries it in,
 * `?step=` the how-many-eth of its steps, from 1. Nothing that is written here is sent anywhere.
 */
export const tryProtocolPage = page('/protocols/mine/:template/try', {
  purpose: 'learning',
  access: protocolTemplatePolicy,
  async load(visit) {
    const { template } = await openTemplate(visit);
    const role = triedAs(template.draft, visit.query.as);
    const calendar = await selectCalendar(visit.db, visit.organisationId);
    const steps = occurrencesOf(template.draft)
      .filter(({ step }) => !role || isFor(step, role.id))
      .map((each) => ({ ...each, on: inventedDay(visit.today, each.week, calendar) }));
    const at = Number(visit.query.step ?? 1) - 1;
    if (!Number.isSafeInteger(at) || at < 0 || (at > 0 && at >= steps.length))
      throw new NotFound('There is no such step in this protocol.');
    return { template, role, steps, at };
  },
  view: (tried) => ({
    ...editorHead(tried.template, t('Try it: {title}', { title: tried.template.title })),
    body: tryView(tried),
  }),
});
