import type { Change } from '#platform/http/context.ts';
import { settleDue } from './due.notices.ts';
import { planLook, type PlannedLook } from './looks.ts';
import type { Practice } from './practice.ts';

/** Brings the one notice of what is due in line with what stands, in the same transaction. */
export const settleDueOf = (change: Change, { ownerId, organisationId }: Practice): Promise<void> =>
  settleDue(
    change.tx,
    {
      personId: ownerId,
      organisationId,
      today: change.today,
      zone: change.who.standing.organisation.zone,
    },
    change.now,
  );

/** Plans the next look at one’s own practice, counted from today. Answers its day. */
export const planOwnLook = (change: Change, practice: Practice, next: PlannedLook): Promise<string> =>
  planLook(
    change.tx,
    {
      practice,
      from: change.today,
      zone: change.who.standing.organisation.zone,
      actorId: change.who.personId,
      now: change.now,
    },
    next,
  );
