import { page } from '#platform/http/route.ts';
import { agreementPolicy } from './agreement.policy.ts';
import { agreementView } from './agreement.view.ts';
import { openAgreement } from './open-agreement.ts';

/** One agreement: where it stands, what it says, what follows from it. */
export const agreementPage = page('/agreements/:agreement', {
  purpose: 'learning',
  access: agreementPolicy,
  load: (visit) => openAgreement(visit),
  view: agreementView,
});
