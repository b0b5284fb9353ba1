import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { action, roles, show } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { timetableKeepers } from '../timetable.access.ts';
import { timetableHref, timetablesPath } from '../timetable.ts';
import { timetableOf, timetableTrail } from '../versions/timetable.page.ts';
import { importPage, keepersAudience } from './import.page.ts';
import { planLessons } from './plan-lessons.ts';
import { previewView } from './preview.view.ts';
import { readLessons } from './read-lessons.ts';
import { standingOf } from './standing.ts';

/** The most a list may weigh, in bytes. */
const largestList = 5 * 1_048_576;

/** Reads a list and shows what it would change. The file is not kept: what is confirmed goes with the form. */
export const previewLessons = action(`${timetablesPath}/:timetable/import`, {
  purpose: 'administration',
  access: roles(...timetableKeepers),
  page: importPage,
  uploads: largestList,
  unrecorded: 'it only shows what a list would change',
  input: z.object({}),
  async run(change) {
    const timetable = await timetableOf(change);
    const [file, another] = change.uploads;
    if (!file) throw new Refused({ list: t('Choose a file.') });
    if (another) throw new Refused({ list: t('Choose one file.') });
    const bytes = await buffer(await change.services.storage.open(file.sha256));
    const read = readLessons({ name: file.name, bytes });
    if (read.unreadable !== null) throw new Refused({ list: read.unreadable });
    const standing = await standingOf(change, timetable);
    const plan = planLessons(read.rows, read.wrong, standing);
    return show(() => ({
      title: t('What the list would change'),
      audience: keepersAudience(),
      trail: [
        ...timetableTrail(timetable),
        { label: t('Read lessons from a list'), href: `${timetableHref(timetable.id)}/import` },
      ],
      body: previewView({ plan, read, periods: standing.periods, href: timetableHref(timetable.id) }),
    }));
  },
});
