import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { optionalId } from '#platform/http/input.ts';
import { action, members, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { insertAbsence, selectOverlapping } from './absence.queries.ts';
import { absenceInput, readAbsence, wrongAbsence } from './absence-input.ts';
import { awayPage } from './away.page.ts';
import { keepsCover } from './cover.access.ts';
import { absenceHref, awayPath, daysInWords } from './cover.ts';
import { lockPeople } from './cover.queries.ts';
import { selectStaffMember } from './staff-member.queries.ts';

/** Somebody says that they cannot be in; whoever keeps cover writes it down for who rings. Those who keep cover hear of it. */
export const sayAway = action(awayPath, {
  purpose: 'administration',
  access: members('staff'),
  page: awayPage,
  input: z.object({ ...absenceInput, person: optionalId() }),
  alsoWrong: ({ today }, readable) => wrongAbsence(readable, today),
  async run(change, { person, ...sent }) {
    const { tx, organisationId: owner, who, today, now } = change;
    const wrong = wrongAbsence(sent, today);
    if (Object.keys(wrong).length > 0) throw new Refused(wrong);
    const personId = person ?? who.personId;
    const own = personId === who.personId;
    const name = own || keepsCover(who) ? await selectStaffMember(tx, owner, personId, today) : undefined;
    if (name === undefined) throw new Refused({ person: t('You can say this of yourself alone.') });
    const fields = { ...readAbsence(sent, today), personId };
    await lockPeople(tx, owner, [personId]);
    const other = await selectOverlapping(tx, owner, fields, null);
    if (other)
      throw new Refused({
        when: own
          ? t('You are written down as away already: {days}. Change that one.', { days: daysInWords(other) })
          : t('{name} is written down as away already: {days}. Change that one.', {
              name,
              days: daysInWords(other),
            }),
      });
    const id = await insertAbsence(tx, owner, fields, { by: who.personId, now });
    await change.record({ kind: 'staff-absence.said', itemId: id, body: { personId }, tell: true });
    return see(
      absenceHref(id),
      own
        ? t('It is written down, and those who keep cover are told.')
        : t('It is written down that {name} is away.', { name }),
      absenceHref(id, 'back'),
    );
  },
});
