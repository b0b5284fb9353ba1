import { t } from '#platform/i18n/i18n.ts';
import type { ListRules } from './plan-entries.ts';

export const mostPupils = 12;
export const mostMoments = 12;

/** Where the group names no moments, the whole lesson is one. */
export const usualMoment = (): string => t('In the lesson');

export const pupilRules = (): ListRules => ({
  name: 'pupil',
  most: mostPupils,
  longest: 40,
  says: {
    tooLong: t('This is long for a label: 40 characters at most. A first name or “Pupil A” will do.'),
    twice: t('Two pupils cannot have the same label. Add an initial to one of them.'),
    tooMany: t('Choose at most {n} focus pupils: each needs somebody to watch.', { n: mostPupils }),
  },
});

export const momentRules = (): ListRules => ({
  name: 'moment',
  most: mostMoments,
  longest: 60,
  says: {
    tooLong: t('This is long for a moment: 60 characters at most.'),
    twice: t('This moment stands in the list already.'),
    tooMany: t('Write at most {n} moments.', { n: mostMoments }),
  },
});
