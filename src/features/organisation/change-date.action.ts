import { z } from 'zod';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { dayInputs, spanOf } from './date-input.ts';
import { dateOf, datePage } from './date.page.ts';
import { updateDate } from './dates.queries.ts';
import { dateKeepers } from './organisation.roles.ts';

export const changeDate = action('/school/dates/:date', {
  purpose: 'administration',
  access: roles(...dateKeepers),
  page: datePage,
  input: z.object(dayInputs),
  async run(change, input) {
    const date = await dateOf(change);
    const span = spanOf(input);
    await updateDate(change.tx, change.organisationId, date, span);
    const before = { name: date.name, startsOn: date.startsOn, endsOn: date.endsOn };
    await change.record({
      kind: 'date.changed',
      itemId: date.id,
      body: { kind: date.kind, before, after: span },
    });
    return see('/school/dates', t('{name} is saved.', { name: span.name }));
  },
});
