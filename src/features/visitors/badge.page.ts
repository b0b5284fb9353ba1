import { theseRoles } from '#platform/access/audience-words.ts';
import { page, roles } from '#platform/http/route.ts';
import { formatDate, formatTime, t } from '#platform/i18n/i18n.ts';
import { printButton, quietActions } from '#ui/actions.ts';
import { html, type Html } from '#ui/html.ts';
import { visitorsTrail } from './expect.page.ts';
import { deskRoles } from './visitors.access.ts';
import { selectBadge } from './visitors.queries.ts';
import { type Colour, kindWords, type Visitor, visitorHref, visitorsPath } from './visitors.ts';

/** A badge to print, of what everybody may read who meets its wearer. On paper it stands alone. */
export const badgePage = page(visitorHref(':visitor', 'badge'), {
  purpose: 'administration',
  access: roles(...deskRoles),
  load: (visit) => selectBadge(visit.db, visit.who, visit.params['visitor']!),
  view: ({ visitor, colours }, { who }) => ({
    title: t('Badge of {name}', { name: visitor.name }),
    audience: theseRoles(deskRoles, t('The desk prints it. Whoever meets its wearer reads it.')),
    trail: visitorsTrail(),
    body: html`${badge(visitor, colours[visitor.kind], who.standing.organisation.name)} ${printButton()}
    ${quietActions([
      { label: t('All visitors'), href: visitorsPath, icon: 'back' },
      { label: t('The visit'), href: visitorHref(visitor.id) },
    ])}`,
  }),
});

const badge = (
  { name, organisation, kind, host, on, arrivedAt }: Visitor,
  colour: Colour | undefined,
  school: string,
): Html =>
  html`<div class="visitor-badge${colour !== undefined && ` visitor-${colour}`}">
    <p class="visitor-badge-kind">${kindWords[kind]()}</p>
    <p class="visitor-badge-name"><bdi>${name}</bdi></p>
    ${organisation !== '' && html`<p><bdi>${organisation}</bdi></p>`}
    <p>${t('To see {name}', { name: host })}</p>
    <p class="visitor-badge-day">
      ${formatDate(on, 'weekday')}${arrivedAt !== null && `, ${formatTime(arrivedAt)}`}<br /><bdi
        >${school}</bdi
      >
    </p>
  </div>`;
