import { NotAllowed, NotFound } from '#platform/errors.ts';
import type { Change, Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import {
  mustRun,
  openProgramme,
  type OpenedProgramme,
  type Programme,
  type ProgrammeAbility,
  selectProgramme,
} from '#features/programmes/index.ts';
import { placeOf, placePolicy } from './people-place.policy.ts';

/** The group that the address names. Throws `NotFound` for a programme that is led, and as `openProgramme` does. */
export async function openGroupFor(visit: Visit, ability: ProgrammeAbility): Promise<OpenedProgramme> {
  const opened = await openProgramme(visit, ability);
  if (opened.programme.sort !== 'group') throw new NotFound('There is no group at this address.');
  return opened;
}

/** The same for a change, of a group that is not closed. */
export async function openRunningGroup(change: Change, ability: ProgrammeAbility): Promise<OpenedProgramme> {
  const opened = await openGroupFor(change, ability);
  mustRun(opened.programme);
  return opened;
}

/**
 * The group that the address names, for somebody who has a place there of their own, whether they can open the group
 * or not; `find` looks for it. Throws `NotFound` where they have none: nothing is said of the group then.
 */
export async function openPlace<Place>(
  visit: Visit,
  find: (group: Programme) => Promise<Place | undefined>,
): Promise<{ programme: Programme; place: Place }> {
  const programme = await selectProgramme(visit.db, visit.organisationId, visit.params.programme ?? '');
  const place = programme?.sort === 'group' ? await find(programme) : undefined;
  if (!programme || place === undefined) throw new NotFound('Nothing waits for you at this address.');
  visit.who.must('read', placePolicy, placeOf(programme, visit.who.personId));
  return { programme, place };
}

/** Throws `NotAllowed` for a guest: whoever works at the school finds colleagues by name, and others do not. */
export function mustWorkHere({ who }: Visit): void {
  if (who.standing.kind !== 'staff')
    throw new NotAllowed(
      t('People of the school are found and asked by those who work there.'),
      t('Ask somebody in the group who works at the school.'),
    );
}
