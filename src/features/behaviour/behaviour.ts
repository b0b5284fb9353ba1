import { t } from '#platform/i18n/i18n.ts';

/** Something that went well, or something that went wrong. The first of them comes first everywhere. */
export const tones = ['positive', 'negative'] as const;
export type Tone = (typeof tones)[number];

export const toneInWords = (tone: Tone): string => (tone === 'positive' ? t('Went well') : t('Went wrong'));

/** Where something was. Nothing finer is kept, so that a pattern says something of a place and nothing of a person. */
export const settings = [
  'lesson',
  'between',
  'break',
  'lunch',
  'assembly',
  'club',
  'trip',
  'way',
  'online',
] as const;
export type Setting = (typeof settings)[number];

export const settingInWords = (setting: string): string =>
  ({
    lesson: t('In a lesson'),
    between: t('Between lessons'),
    break: t('At break'),
    lunch: t('At lunch'),
    assembly: t('In assembly'),
    club: t('In a club'),
    trip: t('On a trip'),
    way: t('On the way to or from school'),
    online: t('Online'),
  })[setting as Setting] ?? setting;

/** Whether pupil and family read it. */
export const seens = ['shown', 'waiting', 'kept'] as const;
export type Seen = (typeof seens)[number];

export const seenInWords = (seen: Seen): string =>
  ({
    shown: t('Pupil and family read it'),
    waiting: t('Not yet: somebody who looks after the pupil looks first'),
    kept: t('Pupil and family do not read it'),
  })[seen];

/** So many words are enough: what was seen, not a report. */
export const mostWords = 1500;
