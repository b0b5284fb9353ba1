import { z } from 'zod';
import { Refused, Stale } from '#platform/errors.ts';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { arrangeFormalPage } from './arrange-formal.page.ts';
import { type Formal, formalHref } from './formal-observation.ts';
import { formalPolicy } from './formal-observation.policy.ts';
import { selectFormal } from './formal-observation.queries.ts';
import { openIn } from './open-formal.ts';
import { whenInput, wrongDay } from './propose-formal.action.ts';

/**
 * Saves another day, to which the other of the two is asked to say yes. A teacher who chooses a day themself waits for
 * nothing. Throws `Stale` when the other changed it meanwhile.
 */
export const arrangeFormal = action('/appraisal/observations/:observation/arrange', {
  purpose: 'appraisal',
  access: formalPolicy,
  page: arrangeFormalPage,
  input: z.object({ ...whenInput, version: version() }),
  async run(change, { version: shown, ...when }) {
    const { tx, now, who, today } = change;
    const { formal, teacher } = await openIn(change, ['proposed', 'confirmed']);
    const wrong = when.on_date === formal.on ? {} : wrongDay(when.on_date, today);
    if (Object.keys(wrong).length > 0) throw new Refused(wrong);
    const saved = await tx
      .updateTable('formal_observation')
      .set({
        ...when,
        version: shown + 1,
        arranged_by: who.personId,
        arranged_at: now,
        confirmed_at: null,
        changed_at: now,
        ...(teacher && !formal.releasedAt && { released_at: now }),
      })
      .where('owner_id', '=', formal.ownerId)
      .where('id', '=', formal.id)
      .where('version', '=', shown)
      .executeTakeFirst();
    if (saved.numUpdatedRows === 0n) throw staleFor((await selectFormal(tx, formal.ownerId, formal.id))!);
    await change.record({ kind: 'appraisal.observation-moved', itemId: formal.id, tell: true });
    return see(
      formalHref(formal),
      t('Proposed. {name} is asked to say yes.', { name: teacher ? formal.observer : formal.person }),
    );
  },
});

/** The one who moved it last chose its day. */
function staleFor(current: Formal): Stale {
  const { arrangedBy, personId, person, observer } = current;
  return new Stale({
    version: current.version,
    writerId: arrangedBy,
    writtenBy: arrangedBy === personId ? person : observer,
    writtenAt: current.changedAt,
    fields: [
      { name: 'on_date', label: t('Day'), text: current.on },
      { name: 'starts_at', label: t('Time it begins'), text: current.startsAt ?? '' },
      { name: 'minutes', label: t('How long, in minutes'), text: String(current.minutes) },
      { name: 'place', label: t('Where'), text: current.place },
      { name: 'focus', label: t('What it is about'), text: current.focus },
    ],
  });
}
