import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { choice, ticks } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { tn } from '#platform/i18n/i18n.ts';
import { isId } from '#platform/db/ids.ts';
import { programmeHref } from './addresses.ts';
import { enrol } from './enrol.ts';
import { openProgramme } from './open-programme.ts';
import { peoplePage } from './people.page.ts';
import { parts, selectEnrollable } from './people.queries.ts';
import { programmePolicy } from './programme.policy.ts';

/** Enrols people by name. Only staff and guests of the school can be. */
export const enrolAction = action('/programmes/:programme/people/enrol', {
  purpose: 'learning',
  access: programmePolicy,
  page: peoplePage,
  input: z.object({ part: choice(parts, 'Choose a part.'), people: ticks(200) }),
  async run(change, { part, people }) {
    const { programme } = await openProgramme(change, 'enrol');
    const ids = people.filter(isId);
    if (ids.length === 0) throw new Refused({ people: 'Choose at least one person.' });
    const found = await selectEnrollable(change.tx, programme.owner_id, ids, change.today);
    const count = await enrol(
      change,
      programme,
      found.map((row) => row.personId),
      part,
    );
    if (count === 0) throw new Refused({ people: 'They are in this part already.' });
    return see(
      programmeHref(programme, 'people'),
      tn(count, 'One person is enrolled.', '{n} people are enrolled.'),
      count === 1 ? programmeHref(programme, `people/${found[0]!.personId}/leave?part=${part}`) : undefined,
    );
  },
});
