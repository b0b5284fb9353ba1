import type { Item } from '#platform/access/who.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import { Change, type Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type Agreement, stateOf } from './agreement.ts';
import { agreementPolicy, type AgreementAbility } from './agreement.policy.ts';
import { lockAgreement, selectWithItem } from './agreement.queries.ts';

export interface OpenedAgreement {
  item: Item;
  agreement: Agreement;
  may(ability: AgreementAbility): boolean;
}

/**
 * Opens the agreement that the address names (`:agreement`). One statement; within a change it is held, before
 * anything of it is read, until the change is written: of two people acting at once the second sees the first's act.
 * Throws `NotFound` when there is none, `NotAllowed` when `ability` is not the person's.
 */
export async function openAgreement(
  visit: Visit,
  ability: AgreementAbility = 'read',
): Promise<OpenedAgreement> {
  const id = visit.params.agreement ?? '';
  if (!isId(id)) throw new NotFound();
  if (visit instanceof Change) await lockAgreement(visit.tx, visit.organisationId, id);
  const { item: row, agreement } = await selectWithItem(visit, id);
  const item = visit.admit(agreementPolicy, row);
  visit.who.must(ability, agreementPolicy, item);
  if (!agreement) throw new NotFound();
  return { item, agreement, may: (other) => visit.who.may(other, agreementPolicy, item) };
}

/** The same for a change to a partnership that goes on. Throws `Refused` when it was closed. */
export async function openRunning(change: Change, ability: AgreementAbility): Promise<OpenedAgreement> {
  const opened = await openAgreement(change, ability);
  if (stateOf(opened.agreement) === 'closed')
    throw new Refused(t('This partnership is closed. Open it again first.'));
  return opened;
}
