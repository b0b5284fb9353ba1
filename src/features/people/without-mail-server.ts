import type { Mailer } from '#platform/mail/mailer.ts';
import { t } from '#platform/i18n/i18n.ts';
import { html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';

/** Said where somebody counts on a letter and no mail server is set; `further` is what else can be done. */
export const withoutMailServer = ({ hasServer }: Mailer, further: Value = null): Value =>
  !hasServer &&
  notice(
    'caution',
    html`${t('No mail server is set, so letters go to nobody: they lie in the folder “mail” inside the data folder.')}
      ${further}<br /><a href="/help/mail">${t('How letters are sent')}</a>`,
  );
