import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { choice, id } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { tn } from '#platform/i18n/i18n.ts';
import { programmeHref } from './addresses.ts';
import { enrol } from './enrol.ts';
import { openProgramme } from './open-programme.ts';
import { peoplePage } from './people.page.ts';
import { parts, selectUnitStaff } from './people.queries.ts';
import { programmePolicy } from './programme.policy.ts';

/** Enrols everybody who works in a unit: a department, a year team. */
export const enrolUnitAction = action('/programmes/:programme/people/enrol-unit', {
  purpose: 'learning',
  access: programmePolicy,
  page: peoplePage,
  input: z.object({ part: choice(parts, 'Choose a part.'), unit: id('Choose a team.') }),
  async run(change, { part, unit }) {
    const { programme } = await openProgramme(change, 'enrol');
    const staff = await selectUnitStaff(change.tx, programme.owner_id, unit, change.today);
    if (staff.length === 0) throw new Refused({ unit: 'Nobody works in this team.' });
    const count = await enrol(
      change,
      programme,
      staff.map((row) => row.personId),
      part,
    );
    if (count === 0) throw new Refused({ unit: 'They are all in this part already.' });
    return see(
      programmeHref(programme, 'people'),
      tn(count, 'One person is enrolled.', '{n} people are enrolled.'),
    );
  },
});
