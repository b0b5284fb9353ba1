import { page, roles } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import { countedList } from '#ui/list.ts';
import { learningLeaders } from '#features/people/index.ts';
import { templateHref } from './addresses.ts';
import { writersNote } from './editor-frame.ts';
import { selectTemplates, type TemplateLine } from './template.queries.ts';

/** The protocols that the school writes for itself: drafts, published ones, those put away. */
export const myProtocolsPage = page('/protocols/mine', {
  purpose: 'learning',
  access: roles(...learningLeaders),
  load: ({ db, organisationId }) => selectTemplates(db, organisationId),
  view: (all) => ({
    title: t('The school’s own protocols'),
    audience: writersNote(),
    trail: [{ label: t('Protocols'), href: '/protocols' }],
    action: { label: t('Write a protocol'), href: '/protocols/mine/new' },
    body: html`<p>
        ${t('Start from any protocol and change what does not fit your school, or begin with an empty one. Groups that run stay on the version they started with.')}
      </p>
      ${countedList({
        says: tn(all.length, 'One protocol', '{n} protocols'),
        items: all.map(line),
        empty: empty({ says: t('The school has written none of its own yet.') }),
      })}
      ${quietActions([{ label: t('Take one in from a file'), href: '/protocols/mine/import', icon: 'file' }])}`,
  }),
});

const line = (template: TemplateLine): Html => html`
  <a href="${templateHref(template)}">${template.title}</a> ${state(template)}
  <p class="meta">
    ${template.imported_from !== null && t('Imported from a file.')}
    ${t('Changed on {day}.', { day: formatDate(template.updated_at) })}
  </p>
`;

const state = ({ ended_at, published_version: published }: TemplateLine): Html =>
  ended_at
    ? label(t('Put away'))
    : published
      ? label(t('Published, version {n}', { n: published }))
      : label(t('Draft'));
