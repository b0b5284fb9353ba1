import type { Feature } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { besidePage } from './beside/beside.page.ts';
import { chooseBesidePage } from './beside/choose.page.ts';
import { closeWhenConsentsRunOut } from './consents-run-out.job.ts';
import { editExemplarPage } from './edit-exemplar.page.ts';
import { exemplarsPage } from './exemplars.page.ts';
import { offerExemplar } from './offer/offer.action.ts';
import { offerDraft, offerPage } from './offer/offer.page.ts';
import { rubricPage } from './rubrics/rubric.page.ts';
import { rubricsPage } from './rubrics/rubrics.page.ts';
import { saveExemplar } from './save-exemplar.action.ts';

export { filmsOrRubricOf } from './protocol-links.ts';

type Part = Required<Pick<Feature, 'routes' | 'drafts' | 'recurring'>>;

/** Examples that colleagues show to all staff, the rubrics they go with, and two recordings side by side. */
export const exemplarsOfRecordings: Part = {
  routes: [
    exemplarsPage,
    offerPage,
    offerExemplar,
    editExemplarPage,
    saveExemplar,
    rubricsPage,
    rubricPage,
    chooseBesidePage,
    besidePage,
  ],
  drafts: { [offerDraft]: () => t('An example for all staff') },
  recurring: [closeWhenConsentsRunOut],
};
