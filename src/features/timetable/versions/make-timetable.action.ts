import { z } from 'zod';
import { choice } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { timetableKeepers } from '../timetable.access.ts';
import { timetableHref, timetablesPath } from '../timetable.ts';
import { insertTimetable } from './insert-timetable.ts';
import { models, periodsOf } from './models.ts';
import { mustBeInOrder, timetableInputs } from './timetable-input.ts';
import { timetablesPage } from './timetables.page.ts';

/** Makes a draft with the days of a model. */
export const makeTimetable = action(timetablesPath, {
  purpose: 'administration',
  access: roles(...timetableKeepers),
  page: timetablesPage,
  input: z.object({ ...timetableInputs, model: choice(models, 'Choose the shape of a day.') }),
  async run(change, input) {
    mustBeInOrder(input);
    const id = await insertTimetable(
      change.tx,
      change.organisationId,
      {
        name: input.name,
        weeks: input.weeks,
        startsOn: input.from,
        endsOn: input.until,
        firstWeek: input.first_week,
        periods: periodsOf(input.model),
      },
      change.who.personId,
      change.now,
    );
    await change.record({ kind: 'timetable.made', itemId: id, body: { name: input.name, from: input.from } });
    return see(
      timetableHref(id),
      t('{name} is made, as a draft.', { name: input.name }),
      `${timetableHref(id)}/end`,
    );
  },
});
