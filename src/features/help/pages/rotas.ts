import { t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import type { HelpPage } from '../help-page.ts';

export const rotas: HelpPage = {
  slug: 'rotas',
  title: () => t('Rotas and duties'),
  about: () =>
    t('Who is at the gate, in the yard or on call, and how colleagues take a duty from one another.'),
  body: () => html`
    <h2>${t('Your duties')}</h2>
    <p>
      ${t('Rotas shows your own duties of the week first, then everybody’s. They stand in your calendar too. A week prints on one sheet for the wall. On holidays and closed days there is no duty.')}
    </p>
    <h2>${t('When you cannot')}</h2>
    <p>
      ${t('Press “Ask somebody to take it”, and ask one colleague or all. You need not say why. Whoever takes it stands there that day; you both see it at once, and it can be taken back. Who cannot presses “I cannot” and gives no reason. If two say yes at the same moment, the first has it and the other is thanked.')}
    </p>
    <p>${t('Where the rota says so, a swap holds once somebody who makes rotas has agreed.')}</p>
    <h2>${t('Making a rota')}</h2>
    <p>
      ${t('Say what the duty is, where, and on which days of the week or on which date somebody is needed. Then put people there by hand, or look at a suggestion: it names nobody who teaches then, has another duty, is away in the next four weeks or cannot then, and begins with whoever has had least duty this term for the days they work. Nothing is written before you press, and all of it can be taken back at one go.')}
    </p>
    <p>
      ${t('Where the school day goes by morning and afternoon, a duty can be half a day instead of times. A short break within a morning stands against nobody’s class.')}
    </p>
    <p>
      ${t('By hand you can put anybody there. The page says what stands against it. “Cannot then” says no more than that: when somebody works is their own matter.')}
    </p>
    <h2>${t('Who sees what')}</h2>
    <ul>
      <li>${t('All staff see who is on duty when. Pupils and families do not.')}</li>
      <li>
        ${t('What you ask one colleague is read by them, by you and by those who make rotas: the office, the head, senior leaders and whoever arranges cover.')}
      </li>
      <li>
        ${t('Minutes of duty in a term stand by name for those who make rotas, so that they can share fairly; you see your own. Whether somebody missed a duty is written down nowhere.')}
      </li>
    </ul>
  `,
};
