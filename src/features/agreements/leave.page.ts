import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { agreementHref } from './agreement.ts';
import { agreementPolicy } from './agreement.policy.ts';
import { agreementTitle, agreementTrail } from './agreement.view.ts';
import { openAgreement } from './open-agreement.ts';

/** Where a partner reads what leaving means, before they leave. */
export const leavePage = page('/agreements/:agreement/leave', {
  purpose: 'learning',
  access: agreementPolicy,
  load: (visit) => openAgreement(visit, 'write'),
  view({ item, agreement }, visit) {
    const action = agreementHref(agreement, 'leave');
    return {
      title: t('Leave the partnership'),
      audience: audienceNote(item, agreementPolicy, visit.who),
      trail: [
        ...agreementTrail(agreement),
        { label: agreementTitle(agreement, visit.who.personId), href: agreementHref(agreement) },
      ],
      body: html`<ul>
          <li>
            ${t('The others are told. They write and sign a new version, or ask another teacher to join.')}
          </li>
          <li>
            ${t('What you signed stays yours to read. What they write from now on does not reach you.')}
          </li>
          <li>${t('Planned observations with you are called off.')}</li>
          <li>${t('What you wrote yourself and shared with them stays shared until you take it back.')}</li>
          <li>${t('You can come back until they have gone on.')}</li>
        </ul>
        ${form({ ...visit.formAt(action), action, button: t('Leave the partnership') }, (f) =>
          f.textarea({
            name: 'why',
            label: t('Would you like to say why?'),
            hint: t('The others read it. You need not give a reason.'),
            rows: 2,
            maxlength: 500,
          }),
        )}
        <p><a href="${agreementHref(agreement)}">${t('Stay in it')}</a></p>`,
    };
  },
});
