import { t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { html } from '#ui/html.ts';
import type { HelpPage } from '../help-page.ts';

export const groups: HelpPage = {
  slug: 'learning-in-a-group',
  title: () => t('Learning in a group'),
  about: () => t('Protocols, groups and cycles: starting one, keeping it going, and who sees what.'),
  body: () => html`
    <p>
      ${t('A protocol is a way of learning together that others have tried: lesson study, a journal club, a spiral of enquiry. Each says what happens when, who takes part, and what speaks for and against it. You start a group from one and change what you like.')}
    </p>
    <h2>${t('From start to end')}</h2>
    <ol>
      <li>
        ${t('Choose a protocol under My learning, Groups, and start the group. Its steps are laid on your school’s teaching weeks.')}
      </li>
      <li>
        ${t('Ask people into it, or let people ask. Nobody is put into a group: everybody says yes, and sees first what it asks of their time.')}
      </li>
      <li>
        ${t('At each step, meet, write and promise. A meeting opens with what was promised at the last.')}
      </li>
      <li>${t('Say that a step is done, or move it. “Find a time” shows when everybody can come.')}</li>
      <li>
        ${t('At the end write what came of it. The report is the group’s own until the group gives it to the school.')}
      </li>
      <li>${t('Where the protocol goes round again, the question you end with begins the next cycle.')}</li>
    </ol>
    <h2>${t('Who sees what')}</h2>
    ${definitionList([
      {
        term: t('Those in the group'),
        says: t(
          'Everything that is written together, what each writes at a step, and each other’s promises. Private thoughts stay with whoever writes them.',
        ),
      },
      {
        term: t('Those let in for one stage'),
        says: t('The steps of that stage, until the day the group chose.'),
      },
      {
        term: t('Those who lead the school’s learning'),
        says: t(
          'That the group runs, who is in it, when it meets and how long. Nothing that is written in it, and not what stands behind a conversation.',
        ),
      },
      {
        term: t('Other staff'),
        says: t(
          'Its name, steps and dates, when the group lets them be seen; and reports it gave to the school.',
        ),
      },
    ])}
    <h2>${t('A protocol of your own')}</h2>
    <p>
      ${t('Whoever leads professional learning can copy a protocol and change it: move, add and remove steps, see the picture change, try it as somebody in it would, and publish it. A group that runs stays on its version; it may move to a newer one when it likes. One file holds a whole protocol, to be given to another school.')}
    </p>
  `,
};
