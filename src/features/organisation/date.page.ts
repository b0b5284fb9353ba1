import { theseRoles } from '#platform/access/audience-words.ts';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { page, roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { dayFields, kindNames } from './dates.view.ts';
import { selectDate } from './dates.queries.ts';
import { dateKeepers } from './organisation.roles.ts';

/** A date of this school; throws `NotFound`. */
export async function dateOf({
  db,
  organisationId,
  params,
}: {
  db: Db;
  organisationId: string;
  params: Record<string, string>;
}) {
  const id = params.date!;
  const found = isId(id) ? await selectDate(db, organisationId, id) : undefined;
  if (!found) throw new NotFound();
  return found;
}

export const datePage = page('/school/dates/:date', {
  purpose: 'administration',
  access: roles(...dateKeepers),
  load: dateOf,
  view: (date, visit) => {
    const at = visit.formAt(`/school/dates/${date.id}`);
    return {
      title: date.name,
      audience: theseRoles(dateKeepers, t('Those who keep the dates of the school.')),
      trail: [
        { label: t('School'), href: '/school' },
        { label: t('Dates'), href: '/school/dates' },
      ],
      body: html`<p>${kindNames[date.kind]()}</p>
        ${form({ ...at, values: { name: date.name, from: date.startsOn, until: date.endsOn, ...at.values }, button: t('Save'), cancel: '/school/dates' }, dayFields)}
        ${form({ action: `/school/dates/${date.id}/end`, button: t('Take it off the list'), quiet: true })}`,
    };
  },
});
