import { t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { html } from '#ui/html.ts';
import type { HelpPage } from '../help-page.ts';

export const consents: HelpPage = {
  slug: 'consents',
  title: () => t('Consents of pupils'),
  about: () =>
    t('Who may be seen in films and pictures, who writes it down, and what happens when it is taken back.'),
  body: () => html`
    <p>
      ${t('Under School, Consents the school keeps what was said about each pupil: for which purpose, by whom, on which day and until when. Each purpose is asked and answered by itself. A consent for one allows nothing else.')}
    </p>
    <h2>${t('How it stands')}</h2>
    ${definitionList([
      {
        term: t('Given'),
        says: t('The pupil may be recognised, for this purpose, until the day beside it.'),
      },
      { term: t('Refused'), says: t('Not. It stays so until there is another answer.') },
      {
        term: t('Taken back'),
        says: t('It was given and is no longer, from that moment. It counts as refused.'),
      },
      {
        term: t('Ran out'),
        says: t('It was given until a day that is over. It counts as no answer: ask again.'),
      },
      { term: t('No answer yet'), says: t('Nobody has answered. It counts as no.') },
    ])}
    <h2>${t('Who does what')}</h2>
    <ul>
      <li>
        ${t('The administrator, the data manager and the head keep the register: they write answers down and read them from lists.')}
      </li>
      <li>${t('Senior leaders and the safeguarding lead read all of it.')}</li>
      <li>
        ${t('Teachers and assistants read of the pupils in their own classes. A teacher who is told that a consent is taken back writes it down at once; giving one goes through those who keep the register.')}
      </li>
      <li>
        ${t('Nobody else sees it: not colleagues of other classes, governors, guests, pupils or families.')}
      </li>
    </ul>
    <h2>${t('A pile of paper')}</h2>
    <p>
      ${t('Choose the class and the purpose. Say once who answered, on which day and until when. Then go down the list: tab to a pupil, arrow to the answer. Who is left at “No paper” stays as it is. What was written down at one go is undone at one go.')}
    </p>
    <h2>${t('Nothing is written over')}</h2>
    <p>
      ${t('A new answer ends the one before it, and both stay in the pupil’s history. A list that is read again never brings back what was taken back or answered since.')}
    </p>
    <h2>${t('Each school year again')}</h2>
    <p>
      ${t('A consent is given until the end of the school year. Thirty days before it runs out, those who keep the register are told. The letter to print says in plain words what each purpose means and what it does not. Its words are our own and no legal advice: a school takes its own.')}
    </p>
  `,
};
