import { z } from 'zod';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { timetableKeepers } from '../timetable.access.ts';
import { timetableHref, timetablesPath } from '../timetable.ts';
import { copyVersion } from './copy-version.ts';
import { mustBeInOrder, timetableInputs } from './timetable-input.ts';
import { timetableOf, timetablePage } from './timetable.page.ts';

/** Copies a version with its days and lessons, to hold from another day. */
export const copyTimetable = action(`${timetablesPath}/:timetable/copy`, {
  purpose: 'administration',
  access: roles(...timetableKeepers),
  page: timetablePage,
  input: z.object({ name: timetableInputs.name, from: timetableInputs.from, until: timetableInputs.until }),
  async run(change, input) {
    mustBeInOrder(input);
    const id = await copyVersion(change, await timetableOf(change), input);
    return see(
      timetableHref(id),
      t('{name} is made, as a draft.', { name: input.name }),
      `${timetableHref(id)}/end`,
    );
  },
});
