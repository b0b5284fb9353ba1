import { consentsPath } from '../consent.ts';

export const askingPath = `${consentsPath}/asking`;
/** Where families answer. */
export const answersPath = '/consents';
export const takeBackHref = (pupilId: string, consentId: string, undo = ''): string =>
  `${answersPath}/${pupilId}/${consentId}/take-back${undo}`;
export const answersOf = (pupilId: string): string => `${answersPath}/${pupilId}`;
