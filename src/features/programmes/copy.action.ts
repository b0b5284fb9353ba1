import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { day, line } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectCalendar } from '#features/protocols/index.ts';
import { programmeHref } from './addresses.ts';
import { copyPage, mustBeginProgrammes } from './copy.page.ts';
import { copyProgramme } from './copy-programme.ts';
import { whyNotFrom } from './first-day.ts';
import { openLedProgramme } from './open-programme.ts';
import { programmePolicy } from './programme.policy.ts';

/** Copies a programme as a draft of one's own that remembers where it came from. */
export const copyAction = action('/programmes/:programme/copy', {
  purpose: 'learning',
  access: programmePolicy,
  page: copyPage,
  input: z.object({ title: line('Give the copy a title.', 120), starts_on: day('Choose the first day.') }),
  async run(change, { title, starts_on: startsOn }) {
    const { programme } = await openLedProgramme(change);
    mustBeginProgrammes(change.who);
    const calendar = await selectCalendar(change.tx, change.organisationId);
    const whyNot =
      startsOn < change.today
        ? t('This day has passed. Choose today or a later one.')
        : whyNotFrom(startsOn, calendar);
    if (whyNot) throw new Refused({ starts_on: whyNot });
    const { slug } = await copyProgramme(
      change,
      programme,
      { title, startsOn, leaderId: change.who.personId },
      calendar,
    );
    return see(programmeHref({ slug }, 'design'), t('The copy is a draft. Change whatever you like.'));
  },
});
