import { Stale } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Together } from '../together.ts';
import type { Meeting } from './meeting.ts';
import { selectMeeting } from './meeting.queries.ts';

export const movedKind = 'coaching-meeting.moved';

/** A time as somebody else left it meanwhile; who moved it last stands in what was recorded. */
export async function staleMeeting(change: Change, together: Together, meeting: Meeting): Promise<Stale> {
  const current = (await selectMeeting(change.tx, change.who, together, meeting.id))!;
  const moved = await change.tx
    .selectFrom('text_version as v')
    .innerJoin('person as p', 'p.id', 'v.written_by')
    .select(['p.id as writerId', 'p.name as writtenBy', 'v.written_at as writtenAt'])
    .where('v.owner_id', '=', current.ownerId)
    .where('v.item_id', '=', current.id)
    .where('v.version', '=', current.version)
    .executeTakeFirst();
  return new Stale({
    version: current.version,
    ...(moved ?? { writerId: null, writtenBy: t('Somebody'), writtenAt: current.changedAt }),
    fields: [
      { name: 'on_date', label: t('Day'), text: current.on },
      { name: 'starts_at', label: t('Time it begins'), text: current.startsAt ?? '' },
      { name: 'minutes', label: t('How long, in minutes'), text: String(current.minutes) },
      { name: 'place', label: t('Where'), text: current.place },
    ],
  });
}
