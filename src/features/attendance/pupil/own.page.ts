import { members, page, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { printButton, quietActions } from '#ui/actions.ts';
import { details } from '#ui/details.ts';
import { html, type Html } from '#ui/html.ts';
import { awayHref, childHref, minePath } from '../attendance.ts';
import { familyAudience, pupilAudience } from '../attendance.access.ts';
import { type PupilYear, selectOwnYear } from './year.queries.ts';
import { dayCounts, inDays, monthsTable, otherDays, yearPicture } from './year.view.ts';

/** A child's year as its family reads it: what went well first. */
export const childPage = page(childHref(':pupil'), {
  purpose: 'administration',
  access: 'signed-in',
  async load(visit) {
    const { pupil } = visit.params;
    if (pupil === visit.who.personId) return see(minePath);
    return selectOwnYear(visit.db, visit.who, pupil!, visit.today);
  },
  view: (year) => ({
    title: t('{name} at school this year', { name: year.name }),
    audience: familyAudience(),
    trail: [
      { label: t('My children'), href: '/children' },
      { label: year.name, href: `/children/${year.id}` },
    ],
    action: { label: t('{name} is away', { name: year.name }), href: awayHref(year.id) },
    body: html`${ownYear(year)}
    ${quietActions([{ label: t('What the school has been told'), href: awayHref(year.id), icon: 'history' }])}`,
  }),
});

/** A pupil's own year. */
export const minePage = page(minePath, {
  purpose: 'administration',
  access: members('pupil'),
  load: (visit) => selectOwnYear(visit.db, visit.who, visit.who.personId, visit.today),
  view: (year) => ({
    title: t('My year at school'),
    audience: pupilAudience(),
    body: ownYear(year),
  }),
});

const ownYear = (year: PupilYear): Html =>
  html`<p class="attendance-first">${inDays(dayCounts(year.sessions))}</p>
    ${yearPicture(year)} ${monthsTable(year)} ${details(t('Day by day: away or late'), otherDays(year))}
    <p>${printButton()}</p>`;
