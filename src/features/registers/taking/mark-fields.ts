/** What the fields of one pupil are called in the form of a register. */
export const markField = (pupilId: string): string => `mark-${pupilId}`;
export const otherField = (pupilId: string): string => `other-${pupilId}`;
export const minutesField = (pupilId: string): string => `minutes-${pupilId}`;
export const noteField = (pupilId: string): string => `note-${pupilId}`;
/** Where the page of both marks was shown: whether one's own is saved, or what stands stays. */
export const keepField = (pupilId: string): string => `keep-${pupilId}`;
export const asItStands = 'stands';
