import { NotAllowed, Refused } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { administrators, selectUnit, type Unit } from '#features/people/index.ts';
import { type CardHolder, selectCardHolders, selectDoorOf } from '../card.queries.ts';

export interface OpenedClass {
  unit: Unit;
  pupils: CardHolder[];
  /** What the class types to come to its door; undefined before the first card. */
  code: string | undefined;
}

/**
 * The class in the address, for those who teach it and for administrators. Throws `NotFound`, `NotAllowed` with whom to
 * ask, and `Refused` for a unit that is no class of today.
 */
export async function openClass(visit: Visit): Promise<OpenedClass> {
  const { db, organisationId, today, who } = visit;
  const unit = await selectUnit(db, organisationId, visit.params.unit!, today);
  const teaches = unit.people.some(
    ({ personId, part }) => personId === who.personId && (part === 'teacher' || part === 'assistant'),
  );
  if (!teaches && !who.hasAny(administrators))
    throw new NotAllowed(
      t('Those who teach this class make its cards.'),
      t('Ask its teacher or the office.'),
    );
  if (unit.ended || (unit.kind !== 'class' && unit.kind !== 'form'))
    throw new Refused(t('Cards are made for a class or a form of today.'));
  const [pupils, door] = await Promise.all([
    selectCardHolders(db, organisationId, unit.id, today),
    selectDoorOf(db, organisationId, unit.id),
  ]);
  return { unit, pupils, code: door?.code };
}
