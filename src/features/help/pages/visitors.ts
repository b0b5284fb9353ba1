import { t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import type { HelpPage } from '../help-page.ts';

export const visitors: HelpPage = {
  slug: 'visitors',
  title: () => t('Visitors'),
  about: () => t('Who is expected, who is in the building, and what is kept of them.'),
  body: () => html`
    <h2>${t('Expecting somebody')}</h2>
    <p>
      ${t('Press “Expect a visitor” and say who comes, when and to whom. A volunteer who comes every week is written down once, with the last week; holidays and closed days are left out.')}
    </p>
    <h2>${t('At the desk')}</h2>
    <p>
      ${t('The page of today has one button beside each name: “Sign in”, then “Sign out”. Whoever is visited hears of it on their Today and by a letter, where they have letters at once. Somebody who was not expected is written down first. The desk is the office, the head and the safeguarding lead; a visitor never uses this page, because it shows the names of others.')}
    </p>
    <p>
      ${t('Where it says that somebody is to be asked first, the name is like one on a list that the head, the administrator and the safeguarding lead keep: spelt a little differently, shorter, or with the last name first, too. It may be somebody else. Why is not shown at the desk.')}
    </p>
    <p>
      ${t('“Badge” beside a name opens a badge to print, with who they are, whom they see and the day. In the settings a school can have it shown after each signing in, and give each kind of visitor a colour.')}
    </p>
    <p>
      ${t('The check of somebody’s record is written down once, with the last day it holds; it counts for all weeks of a weekly visit, and the list says when it has run out.')}
    </p>
    <h2>${t('When the alarm goes')}</h2>
    <p>
      ${t('“Who is in the building” lists visitors who are signed in, and staff who said that they are away. It prints on one sheet. Pupils stand in the registers.')}
    </p>
    <h2>${t('Who sees what, and for how long')}</h2>
    <ul>
      <li>${t('All staff see who comes, from where, to whom and what for. Pupils and families do not.')}</li>
      <li>
        ${t('Whether a check of their record was seen is read by the head, the administrator and the safeguarding lead.')}
      </li>
      <li>
        ${t('Names are emptied a year after a visit, or after the time that the school sets; that somebody came on that day stays.')}
      </li>
    </ul>
  `,
};
