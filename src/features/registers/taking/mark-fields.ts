/** What the fields of one pupil are called in the form of a register. */
export const markField = (pupilId: string): string => `mark-${pupilId}`;
export const otherField = (pupilId: string): string => `other-${pupilId}`;
export const minutesField = (pupilId: string): string => `minutes-${pupilId}`;
export const noteField = (pupilId: string): string => `note-${pupilId}`;
