import { onlyYou } from '#platform/access/audience-words.ts';
import { DRAWN_FOR } from '#platform/http/drawn-for.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { type OwnSchool, selectOwnSchools } from './schools.ts';
import { safeNext } from './session-cookie.ts';

/** Asks somebody who belongs to several schools which one they are in; the one they were in last comes first. */
export const chooseSchoolPage = page('/sign-in/school', {
  purpose: 'administration',
  access: 'signed-in',
  async load(visit) {
    const all = await selectOwnSchools(visit.db, visit.who.personId);
    const here = all.filter(({ id }) => id === visit.organisationId);
    const others = all.filter(({ id }) => id !== visit.organisationId);
    return { here, others, then: safeNext(visit.query.then) };
  },
  view: ({ here, others, then }) => ({
    title: t('Which school?'),
    audience: onlyYou(t('This list of where you belong is drawn for you alone.')),
    body: html`<p>
        ${
          others.length > 0
            ? t('You belong to more than one. What you see and may do is that of the one you choose.')
            : t('You belong to one. When another adds you, you choose between them here.')
        }
      </p>
      <ul class="items">
        ${here.map((school) => entry(school, then, true))}
        ${others.map((school) => entry(school, then, false))}
      </ul>`,
  }),
});

/** Choosing is the same wherever one is, so it says nothing of where it was drawn. */
const entry = ({ id, name }: OwnSchool, then: string, isHere: boolean): Html =>
  html`<li>
    ${form({ action: '/sign-in/school', button: name, hidden: { school: id, then, [DRAWN_FOR]: null }, quiet: !isHere, prefix: `school-${id}` })}
    ${isHere && html`<p class="meta">${t('Where you are now, or were last.')}</p>`}
  </li>`;
