import { t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import type { HelpPage } from '../help-page.ts';

export const practice: HelpPage = {
  slug: 'practising',
  title: () => t('Practising until it comes by itself'),
  about: () => t('Techniques, rehearsing, trying, and coming back to what one began.'),
  body: () => html`
    <p>
      ${t('Much that is tried once is not tried twice. Here you choose one thing, see an example, rehearse it, try it, and meet it again after longer and longer times, until it comes by itself. It is private; you may share it with somebody.')}
    </p>
    <ol>
      <li>
        ${t('Choose a technique, or write one of your own. Look at the example first: rehearsing without having seen it may be of no use.')}
      </li>
      <li>
        ${t('Say what good looks like to you. You can change that later; the earlier words stay beside it.')}
      </li>
      <li>${t('Rehearse alone or with somebody, then try it in class and note what pupils did.')}</li>
      <li>
        ${t('When it is due again, say how it went: by itself, with thought, forgotten, or the old way came back. The next time comes later or sooner for it. Nothing falls due in the holidays.')}
      </li>
      <li>
        ${t('If it takes the place of an old habit, Staffroom asks again later, and rarely: old habits come back.')}
      </li>
    </ol>
    <h2>${t('The dusty list')}</h2>
    <p>
      ${t('What you began and have not touched for a while stands in a short list. Take it up again, make it smaller, or let it go. All three are fine, and nobody else sees the list.')}
    </p>
    <h2>${t('Small experiments')}</h2>
    <p>
      ${t('Keep one routine as it is and change one thing in it. What pupils did stands side by side for each change.')}
    </p>
    <h2>${t('Show and see')}</h2>
    <p>
      ${t('You can say that you could show a technique, or would like to see one. Staffroom then suggests people to each other. One experiment paired teachers like this; we rate nobody, and you can take it back at once.')}
    </p>
  `,
};
