import { members, page } from '#platform/http/route.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { onlyYou } from '#platform/access/audience-words.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { newClassPath } from './addresses.ts';
import { messageFields } from './message-input.ts';
import { messagesTrail } from './new.page.ts';
import { selectSpaceChoices } from './space.queries.ts';

export const classDraft = 'message-space:class';

/** A space for a class, or for several: to say something, to discuss, to ask about a topic. Opened by who teaches it. */
export const newClassPage = page(newClassPath, {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const choices = await selectSpaceChoices(visit.db, visit.who, visit.today);
    return { choices, draft: await visit.draft(classDraft) };
  },
  view({ choices, draft }, visit) {
    const { values, errors } = visit.formAt(newClassPath);
    const mine = choices.units.filter((unit) => unit.mine);
    const watching = formatList(choices.watchers.map(({ name }) => name));
    return {
      title: t('Open a space for a class'),
      audience: onlyYou(
        t('Nobody else sees it until you open it. Then its pupils and staff do, and those who watch.'),
      ),
      trail: messagesTrail(),
      body:
        mine.length === 0
          ? html`<p>
              ${t('Spaces for a class are opened by those who teach it, the head and senior leaders. You teach no class with pupils in the list.')}
            </p>`
          : html`${notice('info', t('Pupils take part, so named adults watch: you, whomever you name, and {watchers}.', { watchers: watching }))}
            ${form(
              {
                action: newClassPath,
                button: t('Open it'),
                values: { ...draft, ...values },
                errors,
                draft: classDraft,
              },
              (f) => html`
                ${f.text({ name: 'title', label: t('What it is about'), hint: t('“Questions before the test on fractions”'), required: true, maxlength: 120 })}
                ${f.checkboxes({
                  name: 'classes',
                  label: t('For the pupils and staff of'),
                  hint: t('With several you make one group across classes or years.'),
                  required: true,
                  options: mine.map(({ id, name }) => ({ value: id, label: name })),
                })}
                ${f.radios({
                  name: 'mode',
                  label: t('Who writes in it'),
                  initial: 'discuss',
                  required: true,
                  options: [
                    {
                      value: 'discuss',
                      label: t('Everybody'),
                      hint: t('Pupils ask and answer; all of them read it.'),
                    },
                    {
                      value: 'announce',
                      label: t('Only those who look after it'),
                      hint: t('Pupils read, and write to you by yourself.'),
                    },
                  ],
                })}
                ${f.date({ name: 'until_on', label: t('Last day'), hint: t('After it nobody writes in it, and everybody still reads it.'), min: visit.today })}
                ${details(
                  t('Name others who watch'),
                  f.checkboxes({
                    name: 'watchers',
                    label: t('Staff who watch this space'),
                    unmarked: true,
                    options: choices.staff.map(({ personId, name }) => ({ value: personId, label: name })),
                  }),
                )}
                ${messageFields(f, { staff: true, label: t('The first message') })}
              `,
            )}`,
    };
  },
});
