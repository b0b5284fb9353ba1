import type { Feature } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { changeFilm } from './change-film.action.ts';
import { changeFilmPage } from './change-film.page.ts';
import { erase } from './erase.action.ts';
import { erasePage } from './erase.page.ts';
import { keep } from './keep.action.ts';
import { keepPage } from './keep.page.ts';
import { sweepVault, sweepWork } from './media.ts';
import { retention, settleRetention } from './retention.job.ts';
import { saveKeepingSettings } from './settings.action.ts';
import { keepingSettingsPage } from './settings.page.ts';
import { beginMaking, makeWhatWaits } from './workshop.ts';

export { keepMadeBeforehand, type MadeBeforehand } from './made-beforehand.ts';
type Part = Required<Pick<Feature, 'routes' | 'handlers' | 'notices' | 'recurring'>>;

/** What becomes of what was sent: made ready, cut or turned, kept until its day, erased. */
export const makingOfRecordings: Part = {
  routes: [
    changeFilmPage,
    changeFilm,
    keepPage,
    keep,
    erasePage,
    erase,
    keepingSettingsPage,
    saveKeepingSettings,
  ],
  handlers: [beginMaking, settleRetention],
  notices: { 'recording.going': () => t('A recording of yours is erased soon') },
  recurring: [makeWhatWaits, retention, sweepVault, sweepWork],
};
