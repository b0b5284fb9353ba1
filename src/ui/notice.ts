import { t } from '#platform/i18n/i18n.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { icon, type IconName } from '#ui/icons.ts';

type NoticeKind = 'info' | 'caution' | 'good';

const icons: Record<NoticeKind, IconName> = { info: 'help', caution: 'warning', good: 'check' };

/** Something to know before reading on. The kind is heard as well as seen. */
export function notice(kind: NoticeKind, says: Value, title?: string): Html {
  const names: Record<NoticeKind, string> = { info: t('Note'), caution: t('Take care'), good: t('Good') };
  return html`<div class="notice ${kind}">
    ${icon(icons[kind])}
    <div>
      <span class="hidden">${names[kind]}: </span>${
        title !== undefined && html`<strong class="title">${title}</strong> `
      }${says}
    </div>
  </div>`;
}
