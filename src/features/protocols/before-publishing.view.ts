import { t, tn } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import type { ProtocolProblem } from '#features/evidence/index.ts';
import { protocolHref, templateHref } from './addresses.ts';
import { placeWords, reasonIn } from './problem-places.ts';
import type { Template } from './template.queries.ts';
import { worthALook } from './worth-a-look.ts';

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
    return notice(
      'caution',
      html`<p>${tn(problems.length, 'One thing is still to do.', '{n} things are still to do.')}</p>
        ${placesToGo(template, problems)} ${toLookAt(template)}`,
      t('Before it can be published'),
    );
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
      ${toLookAt(template)}
      ${form({
        action: templateHref(template, 'publish'),
        button: t('Publish version {n}', { n: (version ?? 0) + 1 }),
        hidden: { version: template.version },
        quiet: true,
      })}`,
    t('It can be published.'),
  );
}

/** What does not go together and may yet be meant. It does not stand against publishing. */
function toLookAt(template: Template): Html {
  const those = worthALook(template.draft);
  if (those.length === 0) return nothing;
  return html`<p>
      ${tn(
        those.length,
        'One thing to look at. It can be published with it.',
        '{n} things to look at. It can be published with them.',
      )}
    </p>
    ${placesToGo(template, those)}`;
}

/** Each in plain words, with the way to its place. */
const placesToGo = (
  template: Pick<Template, 'protocol' | 'draft'>,
  problems: readonly ProtocolProblem[],
): Html =>
  html`<ul>
    ${problems.map(({ path, reason }) => {
      const { what, below } = placeWords(template.draft, path);
      return html`<li>
        <a href="${templateHref(template, below)}">${what}</a>: ${reasonIn(template.draft, reason)}.
      </li>`;
    })}
  </ul>`;
