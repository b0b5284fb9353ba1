import { t } from '#platform/i18n/i18n.ts';
import type { Html } from '#ui/html.ts';
import { tabs } from '#ui/tabs.ts';
import { myPractice } from './addresses.ts';

/** Mine, what gathers dust, what I let go, and what others shared with me. */
export const practiceTabs = (current: 'going' | 'dusty' | 'let-go' | 'shared'): Html =>
  tabs(t('Practice'), [
    { label: t('Mine'), href: myPractice, current: current === 'going' },
    { label: t('Gathering dust'), href: `${myPractice}/dusty`, current: current === 'dusty' },
    { label: t('Let go'), href: `${myPractice}/let-go`, current: current === 'let-go' },
    { label: t('Shared with me'), href: `${myPractice}/shared`, current: current === 'shared' },
  ]);
