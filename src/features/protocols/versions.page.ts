import { page } from '#platform/http/route.ts';
import { formatDate, formatList, t, tn } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import type { Protocol } from '#features/evidence/index.ts';
import { protocolHref, templateHref } from './addresses.ts';
import { editorHead, editorTabs } from './editor-frame.ts';
import { openTemplate } from './open-template.ts';
import { protocolTemplatePolicy } from './protocol-template.policy.ts';
import { placeWords } from './problem-places.ts';
import { selectVersions } from './template.queries.ts';
import { versionChanges } from './version-changes.ts';

/** What was published, version by version, and what changed each time; putting it away. */
export const versionsPage = page('/protocols/mine/:template/versions', {
  purpose: 'learning',
  access: protocolTemplatePolicy,
  async load(visit) {
    const { template } = await openTemplate(visit);
    return { template, versions: await selectVersions(visit.db, template) };
  },
  view: ({ template, versions }) => ({
    ...editorHead(template, t('Versions: {title}', { title: template.title })),
    body: html`${editorTabs(template, 'versions')}
      <p>
        ${t('A group stays on the version that it started with, and may move to a later one when it chooses.')}
      </p>
      ${countedList({
        says: tn(versions.length, 'One version', '{n} versions'),
        items: versions.map(
          ({ version, keptAt, protocol }, at) =>
            html`<a href="${protocolHref(template.protocol)}?version=${version}"
                >${t('Version {n}', { n: version })}</a
              >
              <span class="meta">${t('published {day}', { day: formatDate(keptAt, 'long') })}</span>
              ${changes(versions[at + 1]?.protocol, protocol)}`,
        ),
        empty: empty({ says: t('Nothing is published yet. Until then only those who write it see it.') }),
      })}
      ${
        template.ended_at
          ? form({ action: templateHref(template, 'restore'), button: t('Bring it back'), quiet: true })
          : html`<h2>${t('Put it away')}</h2>
              <p>
                ${t('Nothing new starts from it then. Groups that run go on, and it can be brought back.')}
              </p>
              ${form({ action: templateHref(template, 'withdraw'), button: t('Put it away'), quiet: true })}`
      }`,
  }),
});

/** What one version changed of the one before it. */
function changes(before: Protocol | undefined, after: Protocol): Html {
  if (!before) return html`<p>${t('The first.')}</p>`;
  const { added, removed, changed, reordered, parts } = versionChanges(before, after);
  const quoted = (titles: readonly string[]): string | false =>
    titles.length > 0 && formatList(titles.map((title) => t('“{title}”', { title })));
  const others = [...new Set(parts.map((part) => placeWords(after, part).what))];
  const list = definitionList([
    { term: t('Steps added'), says: quoted(added) },
    { term: t('Steps taken out'), says: quoted(removed) },
    { term: t('Steps changed'), says: quoted(changed) },
    { term: t('Order'), says: reordered && t('Steps stand in another order') },
    { term: t('Also changed'), says: others.length > 0 && formatList(others) },
  ]);
  return list.text === '' ? html`<p>${t('Nothing that people read or do.')}</p>` : list;
}
