import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import { isWeekend } from '#platform/calendar/dates.ts';
import { clockIn } from '#platform/calendar/local-time.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { sayFields } from './absence-input.ts';
import { keepsCover } from './cover.access.ts';
import { awayPath, coverPath } from './cover.ts';

/** From this time on, whoever says that they are away means the next day. */
const late = '15:00';

/** For those who keep cover: everybody for whom they may write an absence down. */
const selectStaff = composed((who, { today }: Given<{ today: string }>) => ({
  staff: list<{ personId: string; name: string }>(sql`
    select m.person_id as "personId", p.name from member m join person p on p.id = m.person_id
    where m.owner_id = ${who.organisationId} and m.kind = 'staff' and ${current('m', today)}
    order by m.sort_name, p.id`),
}));

/** Where somebody says that they cannot be in: today or the next day in two presses. */
export const awayPage = page(awayPath, {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const keeps = keepsCover(visit.who);
    const { staff } = keeps ? await selectStaff(visit.db, visit.who, { today: visit.today }) : { staff: [] };
    return { keeps, staff };
  },
  view({ keeps, staff }, visit) {
    const asked = visit.formAt(awayPath);
    const clock = clockIn(visit.now, visit.who.standing.organisation.zone);
    return {
      title: keeps ? t('Somebody cannot be in') : t('I cannot be in'),
      audience: {
        icon: 'group',
        words: t('You and those who keep cover'),
        why: t(
          'Colleagues see that you are away and who takes your classes. Why is read by the cover manager, the administrator, the data manager and the head alone.',
        ),
      },
      trail: [{ label: t('Cover'), href: coverPath }],
      body: html`<p>
          ${t('Those who keep cover are told at once. You can leave work for your classes on the next page, now or later.')}
        </p>
        ${form(
          { ...asked, button: keeps ? t('Write it down') : t('Say that I am away'), cancel: coverPath },
          (f) => [
            keeps &&
              f.select({
                name: 'person',
                label: t('Who'),
                required: true,
                initial: visit.who.personId,
                options: staff.map(({ personId, name }) => ({ value: personId, label: name })),
              }),
            sayFields(f, {
              today: visit.today,
              late: clock >= late || isWeekend(visit.today),
              open: {
                days: asked.values?.['when'] === 'days',
                why: keeps || (asked.values?.['kind'] ?? 'ill') !== 'ill' || asked.errors !== undefined,
              },
              own: !keeps,
            }),
          ],
        )}`,
    };
  },
});
