import { itemOf } from '#platform/access/select-item.ts';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import { Change, type Visit } from '#platform/http/context.ts';
import { openAgreement } from '#features/agreements/index.ts';
import { offerPolicy } from '../planner.policy.ts';
import { type OpenedOffer, peopleOf } from './offer.ts';
import { lockOffer, selectOffer } from './offer.queries.ts';

/**
 * The copy that an agreement's people word for the collection, or none yet. Only those whose words it holds come here:
 * throws `NotAllowed` to anybody else, whatever their role.
 */
export async function openOffer(visit: Visit): Promise<OpenedOffer> {
  const opened = await openAgreement(visit);
  const people = peopleOf(opened.agreement.parties);
  if (!people.some(({ personId }) => personId === visit.who.personId) || opened.agreement.version === 0)
    throw new NotAllowed('Only those who wrote the agreement can give a copy of it.', offerPolicy.ask);
  const { ownerId, id } = opened.agreement;
  if (visit instanceof Change) await lockOffer(visit.tx, ownerId, id);
  const { offers, items } = await selectOffer(visit.db, visit.who, { agreement: id, now: visit.now });
  const [row] = items;
  const item = row && itemOf(row, visit.who);
  if (item) visit.who.must('read', offerPolicy, item);
  return { opened, people, offer: offers[0], item };
}

/** The same where there must be one. */
export async function openMadeOffer(visit: Visit) {
  const { offer, item, ...rest } = await openOffer(visit);
  if (!offer || !item) throw new NotFound('Nothing has been worded for the collection yet.');
  return { ...rest, offer, item };
}
