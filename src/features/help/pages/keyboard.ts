import { t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import type { HelpPage } from '../help-page.ts';

export const keyboard: HelpPage = {
  slug: 'keyboard',
  title: () => t('With the keyboard, a screen reader or large letters'),
  about: () => t('Everything can be done without a mouse.'),
  body: () => html`
    <ul>
      <li>
        ${t('Tab goes to the next link, field or button; Shift and Tab go back. A thick line shows where you are.')}
      </li>
      <li>${t('The first Tab on each page offers to skip to the content.')}</li>
      <li>
        ${t('Enter follows a link or presses a button. The space bar ticks a box and opens what is folded away.')}
      </li>
      <li>${t('In a group of choices the arrow keys move between them.')}</li>
      <li>
        ${t('Single keys mean something in one place only: while you note on a recording. They can be switched off there, the question mark lists them, and none is taken while you write in a field.')}
      </li>
    </ul>
    <p>
      ${t('Each page has one main heading, and headings below it in order. Pictures of figures have the same figures in a table beside them. When a form cannot be sent, a list of what to look at stands at the top, each line leading to its field.')}
    </p>
    <p>
      ${t('Ctrl and + makes everything larger; the pages stay in one column at any size. Light, dark and high contrast can be chosen under Me, Language and display. If your device asks for less movement, nothing moves.')}
    </p>
    <p>
      ${t('If something here does not work for you, tell whoever runs Staffroom at your school: it is a fault, and it is ours.')}
    </p>
  `,
};
