import { t } from '#platform/i18n/i18n.ts';
import { type Observation, stateOf } from '../observation.ts';

/** Until the visit, and until something was recorded with it. */
export const mayStillChoose = (observation: Observation): boolean =>
  ['proposed', 'agreed'].includes(stateOf(observation)) && !somethingStands(observation);

const somethingStands = ({ entries }: Observation): boolean =>
  entries.some(({ endedAt }) => endedAt === null);

/** Said where the choice can no longer be changed. */
export const whyNotChosen = (observation: Observation): string =>
  somethingStands(observation)
    ? t('{name} has begun to record with it, so it stays as it is.', { name: observation.observer })
    : t('The visit is over or called off, so it stays as it is.');
