import { t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import type { HelpPage } from '../help-page.ts';

export const contacts: HelpPage = {
  slug: 'contacts',
  title: () => t('Whom to call, and who is told what'),
  about: () =>
    t(
      'Several carers of one child, restrictions, numbers, sheets for trips, and families who answer for themselves.',
    ),
  body: () => html`
    <p>
      ${t('Each child has a page with whom to call, in order. The office, the data manager and the head keep it. The attendance officer and the safeguarding lead read all of it; teachers and assistants read names, order and numbers for the pupils in their own classes.')}
    </p>
    <h2>${t('Who is told what')}</h2>
    <p>
      ${t('For each carer the office ticks what they are told: attendance, behaviour, learning, messages, notices. What is not ticked stands on no page of theirs, in no feed and in no letter, from the moment it is saved, and nothing there shows that anything is left out. Because a slip here can hurt a child, the page first says in words what will follow and is saved when that is agreed to.')}
    </p>
    <h2>${t('What a court or the school has said')}</h2>
    <p>
      ${t('It is written in words, with its days, and read by the office, the head and the safeguarding lead. Teachers see that they must ask the office first, and nothing else. The words close nothing by themselves: the ticks do. Every change is kept with who made it, and can be taken back.')}
    </p>
    <h2>${t('Numbers')}</h2>
    <p>
      ${t('Everybody keeps their own numbers under “How the school reaches me”; the office can do it for them. No carer sees another’s.')}
    </p>
    <h2>${t('A sheet for a trip')}</h2>
    <p>
      ${t('A class’s teacher makes it from the page of the class and says what it is for. The office sees which sheets were made, by whom and why.')}
    </p>
    <h2>${t('Families answer for themselves')}</h2>
    <p>
      ${t('Under Consents the office asks all families at one go. Each parent or carer with an account answers for each child on a phone; for the others there are letters to print. Where two answer differently, no stands, and the office is told. Whoever has been said to have no parental responsibility is not asked.')}
    </p>
  `,
};
