import { theseRoles } from '#platform/access/audience-words.ts';
import { page, roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { timetableKeepers } from '../timetable.access.ts';
import { timetableHref, timetablesPath } from '../timetable.ts';
import { timetableOf, timetableTrail } from '../versions/timetable.page.ts';

export const keepersAudience = () => theseRoles(timetableKeepers, t('Those who keep the timetable.'));

/** Choose a list of lessons; it is looked at before anything is written. */
export const importPage = page(`${timetablesPath}/:timetable/import`, {
  purpose: 'administration',
  access: roles(...timetableKeepers),
  load: timetableOf,
  view: (timetable, visit) => {
    const href = timetableHref(timetable.id);
    const state = visit.formAt(`${href}/import`);
    // What was shown could not be written: the list is to be read again.
    const refused = visit.formAt(`${href}/import/apply`).errors;
    return {
      title: t('Read lessons from a list'),
      audience: keepersAudience(),
      trail: timetableTrail(timetable),
      body: html`<p>
          ${t('The list is the whole timetable: lessons that are not in it are taken out. Nothing is written until you have looked at it and said so.')}
        </p>
        ${form(
          {
            ...state,
            errors: state.errors ?? refused,
            button: t('Read this list'),
            multipart: true,
            cancel: href,
          },
          (f) =>
            f.file({
              name: 'list',
              label: t('The list'),
              hint: t('Saved as CSV, for instance from the system you make the timetable with; up to 5 MB.'),
              accept: '.csv,.tsv,.txt',
              required: true,
            }),
        )}
        ${details(
          t('Which columns we read'),
          html`<p>
              ${t('The first row names the columns, in any order: Day, Week, Period, Class, Subject, Room, Teacher, Support.')}
            </p>
            <ul>
              <li>${t('Day: Monday or Mon. It may also stand in the period: “Mon:1”, “MonA:1”.')}</li>
              <li>${t('Week: A, B, or both. Where it does not say, it is both.')}</li>
              <li>${t('Period: as the day calls it; “3” is “Period 3”.')}</li>
              <li>
                ${t('Class: as it is called here. Classes and people come with an import of people, never from this list.')}
              </li>
              <li>${t('Room: one that is not there yet is made.')}</li>
              <li>
                ${t('Teacher and Support: staff code, e-mail address or name; several with a semicolon between.')}
              </li>
            </ul>
            <p>${t('The sheet that a timetable gives has these columns and is read back as it is.')}</p>`,
        )}`,
    };
  },
});
