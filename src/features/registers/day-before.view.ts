import { t } from '#platform/i18n/i18n.ts';
import type { LinkAction } from '#ui/actions.ts';
import { addressOf } from '#ui/list.ts';

/** The link to the school day before, on a page that shows one; nothing where there was none lately. */
export const dayBefore = (path: string, day: string | null): LinkAction[] =>
  day === null ? [] : [{ label: t('The school day before'), href: addressOf(path, { day }) }];
