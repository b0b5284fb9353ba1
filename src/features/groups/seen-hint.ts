import { t } from '#platform/i18n/i18n.ts';

/** What it means that all staff may see that a group runs, said beside the box for it. */
export const seenHint = (): string =>
  t(
    'They see its name, its steps and its dates, and nothing that is written in it. Those who lead professional learning see these, and who is in it, in any case.',
  );
