import { theseRoles } from '#platform/access/audience-words.ts';
import type { AudienceNote, Content } from '#platform/http/content.ts';
import { t } from '#platform/i18n/i18n.ts';
import { html, type Html } from '#ui/html.ts';
import { groupedTabs } from '#ui/tabs.ts';
import { learningLeaders } from '#features/people/index.ts';
import { templateHref } from './addresses.ts';
import { listParts } from './list-parts.ts';
import type { Template } from './template.queries.ts';

/** Who sees what is being written. */
export const writersNote = (): AudienceNote =>
  theseRoles(
    learningLeaders,
    t('They write the school’s protocols together. Others read a protocol once it is published.'),
  );

export const mineTrail = (): { label: string; href: string }[] => [
  { label: t('Protocols'), href: '/protocols' },
  { label: t('The school’s own'), href: '/protocols/mine' },
];

type Named = Pick<Template, 'protocol' | 'title'>;

/** The head of a page of the editor; `deeper` for a page of one part of it. */
export const editorHead = (
  template: Named,
  title: string,
  { deeper = true } = {},
): Pick<Content, 'title' | 'audience' | 'trail'> => ({
  title,
  audience: writersNote(),
  trail: [...mineTrail(), ...(deeper ? [{ label: template.title, href: templateHref(template) }] : [])],
});

/** The views of one protocol that is being written; `here` is what stands in the address below it. */
export function editorTabs(template: Named, here: string): Html {
  const tab = (below: string, label: string) => ({
    label,
    href: templateHref(template, below),
    current: below === here,
  });
  return html`${groupedTabs(t('Parts of {title}', { title: template.title }), [
    { label: t('Steps'), tabs: [tab('', t('Steps'))] },
    {
      label: t('About it'),
      tabs: [
        tab('about', t('About it')),
        tab('membership', t('Who may be in it')),
        ...Object.entries(listParts).map(([name, list]) => tab(`lists/${name}`, list.title())),
      ],
    },
    { label: t('Try it'), tabs: [tab('try', t('Try it'))] },
    { label: t('Versions'), tabs: [tab('versions', t('Versions'))] },
  ])}`;
}
