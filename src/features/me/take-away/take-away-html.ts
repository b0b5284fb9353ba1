import { currentLocale, direction, formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { attributes } from '#ui/attributes.ts';
import { html, type Html } from '#ui/html.ts';
import type { ArchivedFile, ArchivedSection, TakeAwayDocument } from './take-away-document.ts';

/** The page of an archive: opens in any browser from a folder, with nothing fetched and nothing run. */
export function takeAwayHtml(document: TakeAwayDocument): Html {
  const { person, school, madeAt, sections } = document;
  const title = t('What is mine: {name}', { name: person.name });
  return html`<!DOCTYPE html>
<html${attributes({ lang: currentLocale(), dir: direction(currentLocale()) })}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1.1rem/1.6 Georgia, serif; color: #222; background: #fdfcf8 }
h2 { margin-top: 3rem; border-bottom: 1px solid #bbb }
dt { font-weight: bold; margin-top: 0.6rem }
dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere }
.when { color: #555; margin: 0 }
.stays { font-style: italic }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #1c1b19 } a { color: #9cf } .when { color: #bbb } }
</style>
</head>
<body>
<h1>${title}</h1>
<p>${t('Taken from Staffroom at {school} on {day}. This page and the folder beside it need no connection. The same content for programs is in data.json.', { school, day: formatDate(madeAt) })}</p>
<ul>
${sections.map(
  ({ title: name, entries }, index) =>
    html`<li>
      <a href="#part-${index + 1}">${name}</a> (${tn(entries.length, '{n} entry', '{n} entries')})
    </li> `,
)}</ul>
${sections.map(sectionHtml)}
</body>
</html>`;
}

const sectionHtml = ({ title, entries, stays }: ArchivedSection, index: number): Html =>
  html`<section id="part-${index + 1}">
    <h2>${title}</h2>
    ${stays && html`<p class="stays">${t('What stays with the school: {stays}', { stays })}</p>`}
    ${entries.map(
      (entry) =>
        html`<article>
          <h3 dir="auto">${entry.title}</h3>
          <p class="when">${formatDate(entry.at)}</p>
          <dl>
            ${entry.fields.map(
              ({ label, text }) =>
                html`<dt>${label}</dt>
                  <dd dir="auto">${text}</dd> `,
            )}
          </dl>
          ${entry.files.length > 0 && fileLinks(entry.files)}
        </article> `,
    )}
  </section> `;

const fileLinks = (files: readonly ArchivedFile[]): Html =>
  html`<ul>
    ${files.map(
      ({ name, path }) =>
        html`<li><a href="${path.split('/').map(encodeURIComponent).join('/')}">${name}</a></li> `,
    )}
  </ul>`;
