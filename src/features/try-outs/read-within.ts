import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { catalogue, ledgerEntry } from '#features/evidence/index.ts';
import type { Surroundings } from './sharing.queries.ts';
import { readTryOut, type SentTryOut, type Written } from './try-out-form.ts';

/**
 * What was sent, with a programme one is in, a practice of one's own and an idea there is. `before` is what it said already, which
 * may stay as it is though one has left the programme. Throws `Refused`.
 */
export function readWithin(
  change: Change,
  { steps, practices }: Surroundings,
  sent: SentTryOut,
  before?: Pick<Written, 'programmeId' | 'stepId' | 'practiceId'>,
): Written {
  const written = readTryOut(sent, change.today);
  const { programmeId, stepId, evidenceId, practiceId } = written;
  if (programmeId && programmeId !== before?.programmeId && !change.who.isIn(programmeId))
    throw new Refused({ programme: t('Choose a programme you are in.') });
  if (stepId && stepId !== before?.stepId && !steps.some(({ id }) => id === stepId))
    throw new Refused({ idea: t('Choose from the list.') });
  if (practiceId && practiceId !== before?.practiceId && !practices.some(({ id }) => id === practiceId))
    throw new Refused({ practice: t('Choose from the list.') });
  if (evidenceId && !ledgerEntry(catalogue(), evidenceId))
    throw new Refused({ idea: t('Choose from the list.') });
  return written;
}
