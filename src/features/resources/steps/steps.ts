import { catalogue } from '#features/evidence/index.ts';
import { t } from '#platform/i18n/i18n.ts';

/** What a page is that was written without a step: the one that most of a class works with. */
export const usualStep = 'most';

/** The steps of a set, from more help on. */
export const steps = () =>
  catalogue().resourceMarks.steps.map(({ id, title, plain }) => ({ id, title: t(title), plain: t(plain) }));
