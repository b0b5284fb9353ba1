import { t } from '#platform/i18n/i18n.ts';
import { resourceHref, resourcesPath } from './addresses.ts';

/** The way back from a resource's own pages. */
export const resourceTrail = (resource?: { id: string; title: string }) => [
  { label: t('Resources'), href: resourcesPath },
  ...(resource ? [{ label: resource.title, href: resourceHref(resource.id) }] : []),
];
