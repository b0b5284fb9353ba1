import { everybody } from '#platform/access/audience-words.ts';
import { type PageRoute, publicPage } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Html } from '#ui/html.ts';

/** One page of help: short, in plain words, open to everybody. */
export interface HelpPage {
  /** Its word in the address: /help/mail. */
  slug: string;
  title(): string;
  /** One line for the list. */
  about(): string;
  body(): Html;
  wide?: boolean;
}

export const helpHref = ({ slug }: Pick<HelpPage, 'slug'>): string => `/help/${slug}`;

export const helpRoute = (help: HelpPage): PageRoute =>
  publicPage(helpHref(help), {
    purpose: 'administration',
    load: async () => null,
    view: () => ({
      title: help.title(),
      audience: everybody(),
      trail: [{ label: t('Help'), href: '/help' }],
      body: help.body(),
      ...(help.wide ? { wide: true } : {}),
    }),
  });
