import { t } from '#platform/i18n/i18n.ts';
import { type LinkAction, quietActions } from '#ui/actions.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { type Agreement, agreementHref, mayBeJoined } from './agreement.ts';

/** What else there is to do with an agreement. `may`: the reader is a partner and it is not closed. */
export function agreementLinks(agreement: Agreement, may: boolean): Html {
  const inForce = agreement.inForceVersion !== null;
  const to = (label: string, below: string, icon: NonNullable<LinkAction['icon']>): LinkAction => ({
    label,
    href: agreementHref(agreement, below),
    icon,
  });
  return html`${quietActions([
    ...(may && agreement.version > 0 ? [to(t('Change the agreement'), 'write', 'edit')] : []),
    ...(inForce ? [to(t('Places for evidence'), 'evidence', 'file')] : []),
    ...(may && inForce ? [to(t('Review it now'), 'review', 'question')] : []),
    to(t('History and signatures'), 'history', 'history'),
    ...(agreement.version > 0 ? [to(t('Give a copy to the school’s collection'), 'collection', 'link')] : []),
    ...(may && mayBeJoined(agreement)
      ? [to(t('Ask another teacher to join'), 'invitations/new', 'people')]
      : []),
    ...(may ? [to(t('Leave the partnership'), 'leave', 'back')] : []),
  ])}
  ${
    agreement.closedAt
      ? form({
          action: agreementHref(agreement, 'reopen'),
          button: t('Open the partnership again'),
          quiet: true,
        })
      : may &&
        form({ action: agreementHref(agreement, 'close'), button: t('Close the partnership'), quiet: true })
  }`;
}
