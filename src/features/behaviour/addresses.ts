export const behaviourPath = '/behaviour';
export const keepPath = '/school/behaviour';

export const classHref = (unitId: string): string => `${behaviourPath}/classes/${unitId}`;
/** The staff's page of one pupil. */
export const pupilHref = (pupilId: string, more = ''): string =>
  `${behaviourPath}/pupils/${pupilId}${more && `/${more}`}`;
/** The pupil's own page, and that of the family. */
export const aboutHref = (pupilId: string, more = ''): string =>
  `${behaviourPath}/about/${pupilId}${more && `/${more}`}`;
export const eventHref = (eventId: string, more = ''): string =>
  `${behaviourPath}/events/${eventId}${more && `/${more}`}`;
export const batchHref = (batchId: string, more: 'undo' | `redo/${string}`): string =>
  `${behaviourPath}/noted/${batchId}/${more}`;
export const rewardsPath = `${behaviourPath}/rewards`;
export const certificateHref = (givenId: string, more = ''): string =>
  `${behaviourPath}/certificates/${givenId}${more && `/${more}`}`;
export const followUpsPath = `${behaviourPath}/follow-ups`;
export const followUpHref = (followUpId: string, more = ''): string =>
  `${followUpsPath}/${followUpId}${more && `/${more}`}`;
export const patternsPath = `${behaviourPath}/patterns`;
