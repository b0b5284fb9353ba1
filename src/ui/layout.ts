import type { AudienceNote, Content, Frame, Markup } from '#platform/http/content.ts';
import { DRAWN_FOR, drawnFor } from '#platform/http/drawn-for.ts';
import { t } from '#platform/i18n/i18n.ts';
import { attributes } from '#ui/attributes.ts';
import { Html, html, nothing, type Value } from '#ui/html.ts';
import { icon, type IconName } from '#ui/icons.ts';
import { pageFooter, pageHeader } from '#ui/layout-frame.ts';

/**
 * The whole document. Every page has the same anatomy: what this is, who can see it,
 * where we are and what is next, one main action, the content.
 */
export function layout(content: Content, frame: Frame): Html {
  return html`<!DOCTYPE html>
<html${attributes({
    lang: frame.locale,
    dir: frame.direction,
    'data-theme': frame.theme,
    'data-young': frame.young ?? false,
    'data-who': frame.person?.id,
    'data-organisation': frame.organisation?.id,
    'data-demo': frame.demo,
  })}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${documentTitle(content.title)}</title>
<link rel="icon" type="image/svg+xml" href="${frame.asset('mark.svg')}">
<link rel="stylesheet" href="${frame.asset('staffroom.css')}">
<script type="module" src="${frame.asset('browser.js')}"></script>
</head>
<body>
<a class="skip" href="#main">${t('Skip to the content')}</a>
${pageHeader(frame)}
<main id="main" tabindex="-1"${attributes({ class: content.wide ? 'wide' : null })}>
${said(frame)}${trail(content)}<h1${attributes({ class: content.title.length > longTitle ? 'long' : null })}>${content.title}</h1>
${audienceLine(content.audience)}
${statusLine(content.status)}${mainAction(content)}<div class="content">
${bodyOf(content.body)}
</div>
</main>
${pageFooter(frame)}
</body>
</html>`;
}

/** From here on a title of full size would fill the first screen of a phone. */
const longTitle = 45;

/** Search results and tabs show about 70 characters. */
function documentTitle(title: string): string {
  const whole = `${title} · Staffroom`;
  if (whole.length <= 70) return whole;
  return title.length <= 70 ? title : `${title.slice(0, 69).trimEnd()}…`;
}

/** Only markup passes as markup: a page that hands over plain text has it escaped. */
const bodyOf = (body: Markup): Value => (body instanceof Html ? body : String(body));

function said({ said: words }: Frame): Html {
  if (words === null) return nothing;
  const forWhom = drawnFor();
  return html`<div class="said" role="status">
    <p>${icon('check')} ${words.text}</p>
    ${
      words.undo !== undefined &&
      html`<form method="post" action="${words.undo}">
        ${forWhom !== null && html`<input type="hidden" name="${DRAWN_FOR}" value="${forWhom}" />`}
        <button type="submit" class="button secondary small">${icon('undo')} ${t('Undo')}</button>
      </form>`
    }
  </div> `;
}

function trail({ trail: above = [] }: Content): Html {
  if (above.length === 0) return nothing;
  return html`<nav class="trail" aria-label="${t('Where this page is')}">
    <ol>
      ${above.map(({ label, href }) => html`<li><a href="${href}">${label}</a></li>`)}
    </ol>
  </nav> `;
}

const audienceIcons: Record<AudienceNote['icon'], IconName> = {
  private: 'private',
  people: 'people',
  group: 'group',
  school: 'school',
  world: 'world',
};

/** Who can see this: icon and words; one tap says why, and changes it where one may. */
export function audienceLine(note: AudienceNote): Html {
  return html`<details class="audience">
    <summary>
      ${icon(audienceIcons[note.icon])} <span class="hidden">${t('Who can see this:')} </span>${note.words}
    </summary>
    <p>
      ${note.why}${note.change !== undefined && html` <a href="${note.change}">${t('Change who can see this')}</a>`}
    </p>
  </details>`;
}

function statusLine(status: Content['status']): Html {
  if (status === undefined) return nothing;
  const entries: [string, string | undefined][] = [
    [t('Where we are'), status.where],
    [t('What is next'), status.next],
    [t('What we promised'), status.promised],
  ];
  const shown = entries.filter(([, words]) => words !== undefined && words !== '');
  if (shown.length === 0) return nothing;
  return html`<dl class="status">
    ${shown.map(
      ([label, words]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${words}</dd>
        </div>`,
    )}
  </dl> `;
}

const mainAction = ({ action }: Content): Html =>
  action === undefined
    ? nothing
    : html`<p class="main-action"><a class="button" href="${action.href}">${action.label}</a></p> `;
