import { selectTexts } from '#platform/audit/text-versions.ts';
import { page } from '#platform/http/route.ts';
import { formatMoment, t } from '#platform/i18n/i18n.ts';
import { shownFiles } from '#features/files/index.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { drawText } from '#ui/text/draw-text.ts';
import { parseText } from '#ui/text/parse-text.ts';
import type { Resource } from './resource.ts';
import { resourceHref } from './addresses.ts';
import { resourceAudience } from './audience.ts';
import { changedLines, type ChangedLine } from './changed-lines.ts';
import { openResource } from './open-resource.ts';
import { resourcePolicy } from './resource.policy.ts';
import { resourceTrail } from './resource-trail.ts';

/** How a page was at each version, what each changed, and the way back to it. */
export const versionsPage = page(resourceHref(':resource', 'versions'), {
  purpose: 'administration',
  access: resourcePolicy,
  async load(visit) {
    const opened = await openResource(visit);
    const of = { ownerId: visit.organisationId, id: opened.resource.id };
    return { ...opened, texts: await selectTexts(visit.db, of) };
  },
  view: ({ resource, writes, texts }, visit) => ({
    title: t('How “{title}” was before', { title: resource.title }),
    audience: resourceAudience(visit.who, resource),
    trail: resourceTrail(resource),
    body: html`${texts.map((each, at) => version(resource, each, texts[at + 1], writes && at > 0))}`,
  }),
});

type Kept = Awaited<ReturnType<typeof selectTexts>>[number];

function version(
  resource: Pick<Resource, 'id' | 'version' | 'files'>,
  kept: Kept,
  before: Kept | undefined,
  mayPutBack: boolean,
): Html {
  const textOf = ({ fields }: Kept): string => String(fields.text ?? '');
  const by = { name: kept.writtenBy, when: formatMoment(kept.writtenAt) };
  return details(
    kept.version === resource.version
      ? t('As it stands: {name}, {when}', by)
      : t('Before: {name}, {when}', by),
    html`${before && changes(changedLines(textOf(before), textOf(kept)))}
    ${details(t('The whole page then'), drawText(parseText(textOf(kept)), shownFiles(resource.files)))}
    ${
      mayPutBack &&
      form({
        action: resourceHref(resource.id, 'put-back'),
        button: t('Go back to this text'),
        describe: t('Go back to this text of {when}', by),
        quiet: true,
        hidden: { kept: kept.version, version: resource.version },
        prefix: `kept-${kept.version}`,
      })
    }`,
    kept.version === resource.version,
  );
}

/** What was put in and taken out, line by line. */
const changes = (lines: readonly ChangedLine[]): Html =>
  lines.length === 0
    ? html`<p>${t('The page itself is the same.')}</p>`
    : html`<ul class="resource-changes">
        ${lines.map(
          ({ kind, text }) =>
            html`<li>
              ${kind === 'in' ? html`<ins dir="auto"><span class="hidden">${t('Put in:')} </span>${text}</ins>` : html`<del dir="auto"><span class="hidden">${t('Taken out:')} </span>${text}</del>`}
            </li>`,
        )}
      </ul>`;
