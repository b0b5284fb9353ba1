import { t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import type { HelpPage } from '../help-page.ts';

export const concerns: HelpPage = {
  slug: 'concerns',
  title: () => t('When you are worried about a child'),
  about: () => t('Writing it down, who reads it, and how soon somebody must look.'),
  body: () => html`
    <p>
      <strong
        >${t('If a child is in danger now, go and tell the safeguarding lead in person, or call the emergency services. Write afterwards.')}</strong
      >
    </p>
    <h2>${t('Writing it down')}</h2>
    <p>
      ${t('Write the same day, on any device: what you saw and heard, what the child said in the child’s own words, when and where. You need not be sure, and you need not know the child’s name. Nothing of it stays on the device; what is not sent is gone.')}
    </p>
    <h2>${t('Who reads it')}</h2>
    <p>
      ${t('Those whom your school has named: the safeguarding lead, who always is, and usually the head. Their names stand on the page before you write. Nobody else can open it: no line manager, no office, no colleague, not the child and not the family. Each opening is kept. You read what you wrote, and add to it; what was done about it is for those who are named.')}
    </p>
    <h2>${t('How soon')}</h2>
    <p>
      ${t('Somebody must say that they have looked, within two school hours unless your school says otherwise. Until then it waits for the safeguarding lead; after that for all who are named. Where you said that the child could be in danger it waits for all of them at once. You read who has looked, and when. Letters and lists say only that there is something to look at.')}
    </p>
    <h2>${t('For those who are named')}</h2>
    <p>
      ${t('Notes, actions, referrals and their answers, and decisions with their reasons stand in order under the concern. Nothing is ever changed, only added to. A concern is closed and opened again with a reason, and can be looked at again on a day. All about one child can be printed; who did and why is kept.')}
    </p>
    <h2>${t('About an adult')}</h2>
    <p>
      ${t('This is not the place for a worry about somebody who works at the school. Speak to the head; where it is about the head, to the chair of governors.')}
    </p>
  `,
};
