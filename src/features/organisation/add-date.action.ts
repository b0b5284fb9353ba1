import { z } from 'zod';
import { choice } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { dayInputs, spanOf } from './date-input.ts';
import { datesPage } from './dates.page.ts';
import { closureKinds, insertClosures, insertTerms, termKinds } from './insert-dates.ts';
import { dateKeepers } from './organisation.roles.ts';

export const addDate = action('/school/dates', {
  purpose: 'administration',
  access: roles(...dateKeepers),
  page: datesPage,
  input: z.object({ kind: choice([...termKinds, ...closureKinds], 'Choose what it is.'), ...dayInputs }),
  async run(change, input) {
    const span = spanOf(input);
    const { kind } = input;
    const [id] =
      kind === 'year' || kind === 'term'
        ? await insertTerms(change.tx, change.organisationId, [{ kind, ...span }], change.now)
        : await insertClosures(change.tx, change.organisationId, [{ kind, ...span }], change.now);
    await change.record({ kind: 'date.added', itemId: id!, body: { kind, ...span } });
    return see('/school/dates', t('{name} is added.', { name: span.name }), `/school/dates/${id}/end`);
  },
});
