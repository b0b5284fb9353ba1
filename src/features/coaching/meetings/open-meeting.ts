import { isId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change, Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { openGoingOn, openTogether, type OpenedTogether } from '../open-together.ts';
import { type Meeting, type MeetingState, stateOf } from './meeting.ts';
import { selectMeeting } from './meeting.queries.ts';

export type OpenedMeeting = OpenedTogether & { meeting: Meeting };

/** Opens the time together that the address names, in three statements. Throws as `openTogether` does. */
export async function openMeeting(visit: Visit): Promise<OpenedMeeting> {
  return withMeeting(visit, await openTogether(visit));
}

/**
 * The same for a change by anybody of a pairing that goes on, to a time in one of these states. Throws `Refused` in any
 * other.
 */
export async function openMeetingIn(change: Change, states: readonly MeetingState[]): Promise<OpenedMeeting> {
  const opened = await withMeeting(change, await openGoingOn(change));
  if (!states.includes(stateOf(opened.meeting)))
    throw new Refused(t('This has changed meanwhile, so nothing was done. Look at it again.'));
  return opened;
}

async function withMeeting(visit: Visit, opened: OpenedTogether): Promise<OpenedMeeting> {
  const id = visit.params.meeting ?? '';
  const meeting = isId(id) ? await selectMeeting(visit.db, visit.who, opened.together, id) : undefined;
  if (!meeting) throw new NotFound();
  return { ...opened, meeting };
}
