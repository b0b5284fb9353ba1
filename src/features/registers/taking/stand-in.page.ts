import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import { members, page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { personName } from '#ui/person-name.ts';
import { registerHref, registersPath } from '../addresses.ts';
import { registerAudience } from '../registers.access.ts';
import { dayInWords } from './register.ts';
import { openRegister, placeOf } from './register.queries.ts';

interface StandIn {
  id: string;
  name: string;
}

const ask = composed((who, { unitId, on }: Given<{ unitId: string; on: string }>) => ({
  named: list<StandIn>(sql`select s.id, p.name from register_stand_in s join person p on p.id = s.person_id
    where s.owner_id = ${who.organisationId} and s.unit_id = ${unitId} and s.on_date = ${on} and s.ended_at is null
    order by p.sort_name, s.id`),
  staff: list<{ value: string; label: string }>(sql`select m.person_id as value, p.name as label
    from member m join person p on p.id = m.person_id
    where m.owner_id = ${who.organisationId} and m.kind = 'staff' and ${current('m', on)}
    order by m.sort_name, m.person_id limit 500`),
}));

/** Who takes the registers of a class for a day though they do not teach it: a supply teacher, a colleague. */
export const standInPage = page(`${registersPath}/:date/:unit/:slot/stand-in`, {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const register = await openRegister(visit.db, visit.who, placeOf(visit.params), visit.today);
    return { register, ...(await ask(visit.db, visit.who, register)) };
  },
  view: ({ register, named, staff }, visit) => ({
    title: t('Who stands in for {unit}', { unit: register.unit }),
    audience: registerAudience(),
    trail: [
      { label: t('Registers'), href: registersPath },
      { label: register.unit, href: registerHref(register) },
    ],
    status: { where: dayInWords(register.on) },
    body: html`<p>
        ${t('Whoever is named here takes the registers of this class on this day, and sees who is in it. Those who teach it still can as well.')}
      </p>
      ${countedList({
        says: tn(named.length, '{n} person stands in', '{n} people stand in'),
        withEnd: true,
        items: named.map(
          ({ id, name }) =>
            html`<span>${personName({ name })}</span> ${form({
                ...visit.formAt(registerHref(register, `stand-in/${id}/end`)),
                button: t('Take out'),
                describe: t('Take out {name}', { name }),
                quiet: true,
              })}`,
        ),
        empty: t('Nobody is named for this day.'),
      })}
      <h2>${t('Name somebody')}</h2>
      ${form(
        { ...visit.formAt(registerHref(register, 'stand-in')), button: t('Name them for this day') },
        (f) => f.select({ name: 'person', label: t('Member of staff'), options: staff, required: true }),
      )}`,
  }),
});
