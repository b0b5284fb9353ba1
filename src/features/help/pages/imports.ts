import { t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { html, type Html } from '#ui/html.ts';
import type { HelpPage } from '../help-page.ts';

const staff = `Forename,Surname,E-mail,Staff code,Job title,Roles,Department,Start date,Leaving date
Rhian,Puw,rhian@school.example,RP,Teacher,Teacher; Mentor,English,01/09/2024,
Owen,Ali,owen@school.example,OA,Teaching assistant,Teaching assistant,Year 2,05/01/2026,
`;
const pupils = `Forename,Surname,Admission number,Year group,Form,Date of birth
Mali,Rees,10442,5,5M,14/03/2016
Cai,Price,10443,R,RJ,02/11/2020
`;

/** Long lines run on below themselves, so that nothing has to be scrolled sideways. */
const example = (list: string): Html => html`<p class="as-written"><code>${list}</code></p>`;

export const imports: HelpPage = {
  slug: 'imports',
  title: () => t('Bringing people in from lists'),
  about: () => t('Which files are read, what their columns are called, and what happens to them.'),
  body: () => html`
    <p>
      ${t('Under School, Imports you choose the files your school office can save: a OneRoster bundle, or plain lists. You see what would be added, changed and ended, and each row that cannot be read with what is wrong. Nothing is written until you say so, and reading the same files again changes nothing.')}
    </p>
    <h2>${t('A OneRoster bundle')}</h2>
    <p>
      ${t('A file that ends in .zip, version 1.1 or 1.2 with CSV inside. Most management systems can export it. Choose the zip file as it is.')}
    </p>
    <h2>${t('A plain list of staff')}</h2>
    <p>${t('The first row names the columns, in any order. Save it from your spreadsheet as CSV.')}</p>
    ${example(staff)}
    <h2>${t('A plain list of pupils')}</h2>
    ${example(pupils)}
    <h2>${t('What may stand in it')}</h2>
    ${definitionList([
      { term: t('Between columns'), says: t('Commas, semicolons or tabs.') },
      {
        term: t('Letters'),
        says: t('UTF-8, or what Windows spreadsheets save. Accents and other scripts are kept.'),
      },
      {
        term: t('Dates'),
        says: t(
          'As people write them: 3/9/2026, 03.09.26, 3 Sept 2026, 2026-09-03. The day comes before the month unless the column shows otherwise.',
        ),
      },
      { term: t('Several in one cell'), says: t('Roles and departments, with a semicolon between.') },
      { term: t('An empty cell'), says: t('Says nothing. It never erases what is there.') },
      {
        term: t('A code of their own'),
        says: t(
          'A staff code, payroll number, UPN or admission number lets us know a person again next time, also under a new name.',
        ),
      },
    ])}
    <h2>${t('What it does not do')}</h2>
    <ul>
      <li>${t('Delete anybody. Somebody who leaves is ended, and can be brought back.')}</li>
      <li>${t('Put two people together. Probable duplicates are shown, and you decide.')}</li>
      <li>
        ${t('Give roles that open other people’s data, such as head or administrator, without asking you first.')}
      </li>
      <li>${t('Read passwords, telephone numbers, ethnicity or birthplace.')}</li>
    </ul>
    <h2>${t('By command')}</h2>
    <p>
      <code>npm run import -- staff.csv pupils.csv --dry-run</code>
      ${t('prints the same preview and writes nothing. Leave --dry-run out, and it asks before it writes.')}
    </p>
  `,
};
