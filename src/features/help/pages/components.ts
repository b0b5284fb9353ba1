import { t } from '#platform/i18n/i18n.ts';
import { componentsGallery } from '#ui/components-gallery.ts';
import type { HelpPage } from '../help-page.ts';

export const components: HelpPage = {
  slug: 'components',
  title: () => t('What pages are made of'),
  about: () => t('Every part of a page in every state, for those who build on Staffroom.'),
  body: componentsGallery,
  wide: true,
};
