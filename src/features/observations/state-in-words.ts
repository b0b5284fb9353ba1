import { t } from '#platform/i18n/i18n.ts';
import { askedOf, type Observation, stateOf } from './observation.ts';

/** What a list knows of an observation to say where it stands. */
export type InList = Pick<
  Observation,
  'observedId' | 'observerId' | 'proposedBy' | 'on' | 'acceptedAt' | 'declinedAt' | 'calledOffAt' | 'doneAt'
> & {
  /** Whether the reader's own part is ready; only of what took place. */
  mineReady: boolean;
};

/** Where it stands, for one of the two, or for somebody with whom it is shared. */
export function stateInWords(row: InList, me: string, today: string): string {
  const inIt = row.observedId === me || row.observerId === me;
  switch (stateOf(row)) {
    case 'proposed':
      return askedOf(row) === me ? t('you are asked') : t('waits for an answer');
    case 'declined':
      return t('declined');
    case 'called-off':
      return t('called off');
    case 'agreed':
      return inIt && row.on < today ? t('say whether it took place') : t('agreed');
    case 'done':
      return row.mineReady || !inIt ? t('it took place') : t('your notes are still to come');
  }
}
