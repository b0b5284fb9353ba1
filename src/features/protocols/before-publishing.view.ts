import { t, tn } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import type { ProtocolProblem } from '#features/evidence/index.ts';
import { protocolHref, templateHref } from './addresses.ts';
import { placeWords, reasonWords } from './problem-places.ts';
import type { Template } from './template.queries.ts';

/** How it stands: put away, published as it is, ready to be published, or what has to be done before. */
export function beforePublishing(
  template: Template,
  problems: readonly ProtocolProblem[],
  unpublished: boolean,
): Html {
  const { published_version: version, ended_at: endedAt } = template;
  if (endedAt)
    return notice(
      'info',
      html`<p>${t('Nothing new starts from it. Groups that run go on.')}</p>
        ${form({ action: templateHref(template, 'restore'), button: t('Bring it back'), quiet: true })}`,
      t('It is put away.'),
    );
  if (!unpublished)
    return notice(
      'good',
      html`<p>
        ${t('It is published as it stands here, as version {n}.', { n: version! })}
        <a href="${protocolHref(template.protocol)}">${t('See its page')}</a>
      </p>`,
    );
  if (problems.length > 0)
    return notice('caution', problemList(template, problems), t('Before it can be published'));
  return notice(
    'info',
    html`<p>
        ${
          version === null
            ? t('Publishing shows it to all staff and to guests, and groups can start from it.')
            : t('It has changed since version {n} was published. Groups that run stay on theirs.', {
                n: version,
              })
        }
      </p>
      ${form({
        action: templateHref(template, 'publish'),
        button: t('Publish version {n}', { n: (version ?? 0) + 1 }),
        hidden: { version: template.version },
        quiet: true,
      })}`,
    t('It can be published.'),
  );
}

/** Each problem in plain words, with the way to its place. */
const problemList = (
  template: Pick<Template, 'protocol' | 'draft'>,
  problems: readonly ProtocolProblem[],
): Html =>
  html`<p>${tn(problems.length, 'One thing is still to do.', '{n} things are still to do.')}</p>
    <ul>
      ${problems.map(({ path, reason }) => {
        const { what, below } = placeWords(template.draft, path);
        return html`<li>
          <a href="${templateHref(template, below)}">${what}</a>: ${reasonWords(reason)}.
          <small class="meta">${path}</small>
        </li>`;
      })}
    </ul>`;
