import { t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import type { HelpPage } from '../help-page.ts';

export const pictureCards: HelpPage = {
  slug: 'picture-cards',
  title: () => t('Pupils who do not read yet'),
  about: () => t('Cards with four pictures in place of an address and a password.'),
  body: () => html`
    <p>
      ${t('Those who teach a class make its cards on the page of the class, under People. The sheet is shown once: print it, cut it, and keep the cards in the classroom. Whoever loses one is made another, and the old one opens nothing any more.')}
    </p>
    <p>
      ${t('A pupil types the letters of the class, or opens its address that you have put on the desk, presses their first name and then their four pictures. No last name stands there. They are in until five in the afternoon, or for two hours if it is later, and can do what any pupil can.')}
    </p>
    <p>
      ${t('What they see is larger and says less. Any activity can be read aloud by the browser’s own voice, where it has one; nothing leaves the device.')}
    </p>
    <h2>${t('When it goes wrong')}</h2>
    <p>
      ${t('After some wrong pictures one waits a little. After fifteen the card is shut, and you see so in the list: press “Let in again” when you know who it was. “Sign all of them out” ends what began with a card, on every device.')}
    </p>
  `,
};
