import { z } from 'zod';
import { newId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { ticks } from '#platform/http/input.ts';
import { action, members, see } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { followUpHref, pupilHref } from '../addresses.ts';
import { namedWords, namesOfOthers, selectNamesNear } from '../names-in.ts';
import { followUpInput, type SentFollowUp, wrongFollowUp } from './follow-up-form.ts';
import { selectToPlan, type Supervisor } from './follow-up.queries.ts';
import { planPage } from './plan.page.ts';

/** Plans what follows. Whoever is with the pupil, the pupil and the family hear of it. */
export const planFollowUp = action(pupilHref(':pupil', 'follow-ups'), {
  purpose: 'administration',
  access: members('staff'),
  page: planPage,
  input: z.object({ about: ticks(20), ...followUpInput }),
  async run(change, sent) {
    const { tx, who, organisationId, now, today } = change;
    const { pupil, events, staff, settled } = await selectToPlan(tx, who, change.params.pupil!, today);
    await mustBeFit(change, sent, {
      pupilId: pupil.personId,
      staff,
      wrong: wrongFollowUp(sent, change, settled),
    });
    const about = events.filter(({ id }) => sent.about.includes(id)).map(({ id }) => id);
    const id = newId(now);
    await tx
      .insertInto('behaviour_follow_up')
      .values({
        owner_id: organisationId,
        id,
        pupil_id: pupil.personId,
        about,
        ...columnsOf(sent, today, null),
        state: 'planned',
        outcome: '',
        put_right: false,
        planned_by: who.personId,
        version: 1,
        created_at: now,
      })
      .execute();
    await change.record({
      kind: 'behaviour-follow-up.planned',
      itemId: id,
      body: { pupilId: pupil.personId },
      tell: true,
    });
    return see(
      followUpHref(id),
      t('Planned for {name}: {day}, {time}.', { name: pupil.name, day: formatDate(sent.on), time: sent.at }),
      followUpHref(id, 'undo/1'),
    );
  },
});

/** The columns that a form gives. `toldOn` is the day on which the family was told before this. */
export const columnsOf = (sent: SentFollowUp, today: string, toldOn: string | null) => ({
  kind: sent.kind,
  words: sent.words,
  on_date: sent.on,
  starts_at: sent.at,
  minutes: sent.minutes,
  place: sent.place,
  supervisor_id: sent.supervisor,
  told_how: sent.told_how,
  told_on: sent.told_how === '' ? null : (toldOn ?? today),
});

/** Throws `Refused` for what cannot be, and where the family would read another pupil's name. */
export async function mustBeFit(
  { tx, organisationId, today }: Change,
  sent: SentFollowUp,
  { pupilId, staff, wrong }: { pupilId: string; staff: readonly Supervisor[]; wrong: Record<string, string> },
): Promise<void> {
  if (Object.keys(wrong).length > 0) throw new Refused(wrong);
  if (sent.supervisor !== null && !staff.some(({ personId }) => personId === sent.supervisor))
    throw new Refused({ supervisor: t('Choose one from the list.') });
  if (sent.no_name || sent.words === '') return;
  const names = namesOfOthers(
    sent.words,
    await selectNamesNear(tx, organisationId, [pupilId], today),
    pupilId,
  );
  if (names.length > 0) throw new Refused({ words: namedWords(names) });
}
