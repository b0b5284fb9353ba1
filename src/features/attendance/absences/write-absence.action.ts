import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { choice, day, line } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { absenceHref, pupilHref, saidHows } from '../attendance.ts';
import { office } from '../attendance.access.ts';
import { absenceInput, wrongAbsence } from './absence-fields.ts';
import { refuseClosed } from './closed-days.ts';
import { insertAbsence } from './insert-absence.ts';
import { selectPupilName, writeAbsencePage } from './write-absence.page.ts';

const input = z.object({
  said_by: line('Write who said so.', 120),
  said_how: choice(saidHows),
  said_on: day('Choose when they said so.'),
  ...absenceInput,
});

const wrongIn = (sent: Partial<z.output<typeof input>>, today: string) => ({
  ...wrongAbsence(sent, today),
  ...(sent.said_on !== undefined && sent.said_on > today && { said_on: t('This day is still to come.') }),
});

/** What the office is told by phone, at the gate or on paper. */
export const writeAbsence = action(pupilHref(':pupil', 'away'), {
  purpose: 'administration',
  access: roles(...office),
  page: writeAbsencePage,
  input,
  alsoWrong: ({ today }, readable) => wrongIn(readable, today),
  async run(change, sent) {
    const wrong = wrongIn(sent, change.today);
    if (Object.keys(wrong).length > 0) throw new Refused(wrong);
    const pupil = await selectPupilName(change.tx, change.who, change.params.pupil!, change.today);
    const until = sent.until_on ?? sent.from_on;
    await refuseClosed(change.tx, change.organisationId, sent.from_on, until);
    const id = await insertAbsence(
      change.tx,
      change.organisationId,
      {
        pupilId: pupil.id,
        fromOn: sent.from_on,
        untilOn: until,
        part: sent.part,
        sort: sent.sort,
        words: sent.words,
        saidHow: sent.said_how,
        saidBy: sent.said_by,
        saidOn: sent.said_on,
      },
      { by: change.who.personId, now: change.now },
    );
    await change.record({
      kind: 'absence.said',
      itemId: id,
      body: { pupilId: pupil.id, fromOn: sent.from_on, untilOn: until, leave: sent.sort === 'leave' },
      tell: true,
    });
    return see(
      absenceHref(id),
      t('Written down for {name}.', { name: pupil.name }),
      absenceHref(id, 'take-back'),
    );
  },
});
