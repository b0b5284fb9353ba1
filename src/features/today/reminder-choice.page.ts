import { onlyYou } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';

const address = '/me/notices';

/** Whether mail comes along with what waits on the first page. */
export const reminderChoicePage = page(address, {
  purpose: 'learning',
  access: 'signed-in',
  async load(visit) {
    const choice = await visit.db
      .selectFrom('reminder_choice')
      .select('by_mail')
      .where('owner_id', '=', visit.who.personId)
      .executeTakeFirst();
    return { byMail: choice?.by_mail ?? true, state: visit.formAt(address) };
  },
  view: ({ byMail, state }) => ({
    title: t('Reminders by mail'),
    audience: onlyYou(),
    trail: [{ label: t('Me'), href: '/me' }],
    body: form({ ...state, action: address, button: t('Save') }, (f) =>
      f.radios({
        name: 'by_mail',
        label: t('What waits for you always stands on your first page. Do you want mail as well?'),
        hint: t('One mail a thing when it is due, never at night.'),
        required: true,
        value: byMail ? 'yes' : 'no',
        options: [
          { value: 'yes', label: t('Yes, write to me') },
          { value: 'no', label: t('No mail') },
        ],
      }),
    ),
  }),
});
