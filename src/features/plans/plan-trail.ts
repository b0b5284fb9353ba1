import { t } from '#platform/i18n/i18n.ts';
import { planHref, plansPath } from './addresses.ts';

/** The way back from a plan's own pages. */
export const planTrail = (plan?: { id: string; title: string }) => [
  { label: t('Schemes of work'), href: plansPath },
  ...(plan ? [{ label: plan.title, href: planHref(plan.id) }] : []),
];
