import type { Frame, Place } from '#platform/http/content.ts';
import { t } from '#platform/i18n/i18n.ts';
import { attributes } from '#ui/attributes.ts';
import { html, nothing, trusted, type Html } from '#ui/html.ts';
import { icon, iconNames, type IconName } from '#ui/icons.ts';

/** Two strands crossing: the small form of the braid. */
const logo = trusted(
  '<svg class="logo" viewBox="0 0 32 24" aria-hidden="true"><path d="M2 6c9 0 9 12 18 12 5 0 7-3 10-6"/><path d="M2 18C11 18 11 6 20 6c5 0 7 3 10 6" class="other"/></svg>',
);

export function pageHeader(frame: Frame): Html {
  return html`<header class="top">
    ${frame.demo && demoBanner(frame)}
    <div class="bar">
      <a class="home" href="/">${logo}<span>${frame.organisation?.name ?? 'Staffroom'}</span></a
      >${frame.person !== null && places(frame.places)}
    </div>
  </header>`;
}

const demoBanner = (frame: Frame): Html =>
  html`<p class="demo">
    <span
      >${t('This is the demo. Nobody in it is real.')}${
        frame.person !== null && html` ${t('You are {name}.', { name: frame.person.name })}`
      }</span
    >
    <a href="/demo">${t('Look round as someone else')}</a>
    <a href="/demo#seen-enough">${t('Take the demo away')}</a>
  </p>`;

const atMost = 6;

/** On phones this is the bar at the thumb; six is what fits there. */
function places(all: readonly Place[]): Html {
  if (all.length === 0) return nothing;
  return html`<nav class="places" aria-label="${t('Places')}">
    <ul>
      ${all
        .slice(0, atMost)
        .map(
          (place) =>
            html`<li><a${attributes({ href: place.href, 'aria-current': place.current ? 'page' : null })}>${icon(
              placeIcon(place.key),
            )}<span>${place.label}</span></a></li>`,
        )}
    </ul>
  </nav>`;
}

const placeIcon = (key: string): IconName =>
  iconNames.includes(key as IconName) ? (key as IconName) : 'learning';

/** Pages from which help leads to all of it, with none for them above; and those whose address is a secret. */
const unhelped = /^\/(?:(?:help|welcome|confirm|reset)(?:\/|$)|$)/;

export function pageFooter(frame: Frame): Html {
  return html`<footer class="foot">
    <nav aria-label="${t('About you and this site')}">
      <ul>
        <li>
          <a href="/help${!unhelped.test(frame.path) && `?from=${encodeURIComponent(frame.path)}`}"
            >${icon('help')} ${t('Help')}</a
          >
        </li>
        ${
          frame.person !== null &&
          html`<li><a href="/me/seen">${icon('history')} ${t('Who saw what')}</a></li>
            <li><a href="/me/display">${icon('settings')} ${t('Language and display')}</a></li>
            <li>
              <form method="post" action="/sign-out">
                <button type="submit" class="plain">${icon('key')} ${t('Sign out')}</button>
              </form>
            </li>`
        }
      </ul>
    </nav>
  </footer>`;
}
