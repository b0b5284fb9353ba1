import { everybody } from '#platform/access/audience-words.ts';
import { publicPage } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { html, type Html } from '#ui/html.ts';
import { helpFor } from './for-page.ts';
import { type HelpPage, helpHref } from './help-page.ts';
import { attendance } from './pages/attendance.ts';
import { backUp } from './pages/back-up.ts';
import { behaviour } from './pages/behaviour.ts';
import { bookings } from './pages/bookings.ts';
import { coaching } from './pages/coaching.ts';
import { components } from './pages/components.ts';
import { concerns } from './pages/concerns.ts';
import { consents } from './pages/consents.ts';
import { contacts } from './pages/contacts.ts';
import { courses } from './pages/courses.ts';
import { cover } from './pages/cover.ts';
import { demo } from './pages/demo.ts';
import { evaluation } from './pages/evaluation.ts';
import { groups } from './pages/groups.ts';
import { imports } from './pages/imports.ts';
import { keyboard } from './pages/keyboard.ts';
import { mail } from './pages/mail.ts';
import { messages } from './pages/messages.ts';
import { notices } from './pages/notices.ts';
import { pictureCards } from './pages/picture-cards.ts';
import { planning } from './pages/planning.ts';
import { resources } from './pages/resources.ts';
import { observing } from './pages/observing.ts';
import { otherAddresses } from './pages/other-addresses.ts';
import { practice } from './pages/practice.ts';
import { purposes } from './pages/purposes.ts';
import { recordings } from './pages/recordings.ts';
import { registers } from './pages/registers.ts';
import { rotas } from './pages/rotas.ts';
import { visitors } from './pages/visitors.ts';
import { serverReach } from './pages/server-reach.ts';
import { timetable } from './pages/timetable.ts';
import { whatItIs } from './pages/what-it-is.ts';
import { whoSees } from './pages/who-sees.ts';
import { withoutJavaScript } from './pages/without-javascript.ts';
import { words } from './pages/words.ts';

/** The pages of help, in the order in which somebody new would want them. */
export const helpGroups = (): { title: string; pages: readonly HelpPage[] }[] => [
  {
    title: t('Beginning'),
    pages: [whatItIs, demo, words, groups, coaching, observing, practice, evaluation],
  },
  { title: t('Who can see what'), pages: [whoSees, purposes, recordings, serverReach] },
  {
    title: t('Running it at your school'),
    pages: [imports, attendance, timetable, consents, contacts, mail, backUp, otherAddresses],
  },
  {
    title: t('Using it'),
    pages: [
      notices,
      pictureCards,
      planning,
      resources,
      courses,
      messages,
      registers,
      behaviour,
      concerns,
      cover,
      bookings,
      rotas,
      visitors,
      keyboard,
      withoutJavaScript,
      components,
    ],
  },
];

/** All help; above it what speaks of the page whose address stands in `from`, which the foot of each page gives. */
export const helpListPage = publicPage('/help', {
  purpose: 'administration',
  load: async ({ query }) => helpFor(query.from ?? ''),
  view: (slugs) => {
    const groups = helpGroups();
    const all = groups.flatMap(({ pages }) => pages);
    const here = slugs.flatMap((slug) => all.find((page) => page.slug === slug) ?? []);
    return {
      title: t('Help'),
      audience: everybody(),
      body: html`${here.length > 0 && group(t('For the page you came from'), here)}
      ${groups.map(({ title, pages }) => group(title, pages))}`,
    };
  },
});

const group = (title: string, pages: readonly HelpPage[]): Html =>
  html`<section>
    <h2>${title}</h2>
    <ul class="items dense">
      ${pages.map(
        (page) =>
          html`<li>
            <a href="${helpHref(page)}">${page.title()}</a><br /><span class="meta">${page.about()}</span>
          </li> `,
      )}
    </ul>
  </section> `;
