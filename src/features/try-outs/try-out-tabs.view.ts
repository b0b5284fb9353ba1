import { t } from '#platform/i18n/i18n.ts';
import type { Html } from '#ui/html.ts';
import { tabs } from '#ui/tabs.ts';

/** Mine, and what others shared with me. */
export const tryOutTabs = (current: 'mine' | 'shared'): Html =>
  tabs(t('Try-outs'), [
    { label: t('Mine'), href: '/my-learning/try-outs', current: current === 'mine' },
    { label: t('Shared with me'), href: '/my-learning/try-outs/shared', current: current === 'shared' },
  ]);
