import { t } from '#platform/i18n/i18n.ts';

/** A consent that stood was taken back or refused: for those who teach the pupil. */
export const takenBackNotice = 'consents.taken-back';
/** Consents run out soon: for those who keep the register. */
export const renewalNotice = 'consents.renewal';

/** What each says in the list of what waits; never about whom. */
export const consentNotices = {
  [takenBackNotice]: () => t('A consent was taken back: look before you film or show anything'),
  [renewalNotice]: () => t('Consents run out soon: ask the families again'),
} satisfies Record<string, () => string>;
