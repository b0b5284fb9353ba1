import { z } from 'zod';
import { instantAt } from '#platform/calendar/local-time.ts';
import { addDays } from '#platform/calendar/dates.ts';
import { newId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { choice, line, optionalDay, prose } from '#platform/http/input.ts';
import type { Feature } from '#platform/http/feature.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { overriders } from '#features/people/index.ts';
import { findItem } from './find-item.ts';
import { longestHiddenDays, requestHref, rolesIn } from './request.ts';
import { requestsPage } from './requests.page.ts';

const shortestReason = 40;

/** Asks that one item be opened together with the holder of another of the roles. */
export const askAction = (features: () => readonly Feature[]) =>
  action('/school/override', {
    purpose: 'safeguarding',
    access: roles(...overriders),
    page: requestsPage(features),
    input: z.object({
      address: line('Paste the address of the page.', 500),
      reason: prose('Say why this must be opened.', 4000).refine(
        (reason) => reason.length >= shortestReason,
        `Say it in a sentence or two: at least ${shortestReason} characters.`,
      ),
      danger: choice(['no', 'yes'], 'Say whether it would endanger someone.'),
      hidden_until: optionalDay(),
    }),

    async run(change, { address, reason, danger, hidden_until }) {
      const kinds = features().flatMap(({ present }) => Object.keys(present ?? {}));
      const item = await findItem(change.tx, change.organisationId, address, kinds);
      // What is one's own needs no override, and is not found here: the two are never its author.
      if (!item || item.authorId === change.who.personId)
        throw new Refused({
          address: t(
            'We found nothing at this address that can be opened in this way. Copy the whole address of the page.',
          ),
        });
      const id = newId(change.now);
      await change.tx
        .insertInto('override_request')
        .values({
          owner_id: change.organisationId,
          id,
          item_owner: item.ownerId,
          item_id: item.id,
          item_kind: item.kind,
          author_id: item.authorId,
          asked_by: change.who.personId,
          asked_as: rolesIn(change.who),
          reason,
          asked_at: change.now,
          hidden_until: danger === 'yes' ? toldAt(change, hidden_until) : null,
        })
        .execute();
      await change.record({
        kind: 'override.asked',
        itemId: id,
        body: { kind: item.kind, authorId: item.authorId },
        tell: true,
      });
      return see(
        requestHref({ id }),
        t('You have asked. Nothing is opened until somebody in another of the roles agrees.'),
        requestHref({ id }, 'withdraw'),
      );
    },
  });

/** The morning on which the author is told. Throws `Refused` for no day, one gone by, and one too far. */
function toldAt(change: Change, day: string | null): Date {
  if (!day) throw new Refused({ hidden_until: t('Say until when telling them would endanger someone.') });
  if (day <= change.today) throw new Refused({ hidden_until: t('Choose a day to come.') });
  if (day > addDays(change.today, longestHiddenDays))
    throw new Refused({
      hidden_until: t('Choose a day within the next {n} days.', { n: longestHiddenDays }),
    });
  return instantAt(day, '08:00', change.who.standing.organisation.zone);
}
