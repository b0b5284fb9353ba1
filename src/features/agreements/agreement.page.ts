import { page } from '#platform/http/route.ts';
import { agreementPolicy } from './agreement.policy.ts';
import { agreementView } from './agreement.view.ts';
import { openAgreement } from './open-agreement.ts';
import { selectOldVersions } from './versions.ts';

/** One agreement: where it stands, what it says, what follows from it. Who left it reads what they signed. */
export const agreementPage = page('/agreements/:agreement', {
  purpose: 'learning',
  access: agreementPolicy,
  async load(visit) {
    const opened = await openAgreement(visit);
    const left = !opened.may('write') && !opened.may('answer');
    return { ...opened, signedOnce: left ? await selectOldVersions(visit.db, opened.agreement) : null };
  },
  view: agreementView,
});
