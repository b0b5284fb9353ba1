import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { groupHref, groupPolicy, programmeTrail } from '#features/programmes/index.ts';
import { openPeople } from './people.queries.ts';

/** What leaving a group means, before one leaves. */
export const leaveGroupPage = page('/groups/:programme/leave', {
  purpose: 'learning',
  access: groupPolicy,
  async load(visit) {
    const group = await openPeople(visit);
    visit.who.must('join', groupPolicy, group.opened.item);
    return group;
  },
  view({ opened: { programme, item }, people }, visit) {
    const here = groupHref(programme, 'leave');
    const keepers = people.filter(({ parts }) => parts.includes('leader'));
    const keepsAlone = keepers.length === 1 && keepers[0]!.personId === visit.who.personId;
    return {
      title: t('Leave {title}', { title: programme.title }),
      audience: audienceNote(item, groupPolicy, visit.who),
      trail: [...programmeTrail(programme), { label: t('People'), href: groupHref(programme, 'people') }],
      body: html`<ul>
          <li>${t('The others are told. You need not give a reason.')}</li>
          <li>${t('What you wrote together stays with the group; what is your own stays yours.')}</li>
          <li>
            ${t('What you promised and is open ends. The others see it as ended, and nobody waits for it.')}
          </li>
          ${keepsAlone && html`<li>${t('You keep the plan. Somebody else can take it on in one press.')}</li>`}
          <li>${t('You can come back by yourself until a day later.')}</li>
        </ul>
        ${form({ ...visit.formAt(here), action: here, button: t('Leave the group') })}
        <p><a href="${groupHref(programme, 'people')}">${t('Stay in it')}</a></p>`,
    };
  },
});
