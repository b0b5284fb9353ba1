import { t } from '#platform/i18n/i18n.ts';

/** How an answer came. */
export const hows = ['paper', 'form', 'spoken', 'message'] as const;
export type How = (typeof hows)[number];

export const howInWords = (how: How): string =>
  ({
    paper: t('On paper'),
    form: t('By a form'),
    spoken: t('Spoken'),
    message: t('By letter or message'),
  })[how];

/** What was said. */
export const answers = ['given', 'refused'] as const;
export type Answer = (typeof answers)[number];

/**
 * How it stands today for one pupil and one purpose. 'refused' holds what was taken back too, 'lapsed' what was given
 * until a day that is over. Only 'given' allows anything.
 */
export type Standing = Answer | 'none' | 'lapsed';

/** How it stands, in words for people who work with it. */
export const consentLabel = (standing: Standing): string =>
  ({
    given: t('Given'),
    refused: t('Refused'),
    none: t('No answer yet'),
    lapsed: t('Ran out'),
  })[standing];

/** A consent that runs out within so many days is asked for again. */
export const renewalDays = 30;
/** The longest a consent is given for, in days: one school year, and the weeks before it in which it is asked. */
export const longestDays = 400;

export const consentsPath = '/school/consents';
export const pupilHref = (personId: string): string => `${consentsPath}/pupils/${personId}`;
export const classHref = (unitId: string, purpose: string): string =>
  `${consentsPath}/classes/${unitId}/${purpose}`;
export const undoHref = (batchId: string): string => `${consentsPath}/recorded/${batchId}/undo`;
