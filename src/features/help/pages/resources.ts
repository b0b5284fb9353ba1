import { t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import type { HelpPage } from '../help-page.ts';

export const resources: HelpPage = {
  slug: 'resources',
  title: () => t('Pages to teach with'),
  about: () => t('Writing a page, putting it into the bank, adapting a colleague’s, and going back.'),
  body: () => html`
    <p>
      ${t('A page is yours alone until you put it into the bank. There all staff find it by words of its text, by the beginning of a word, and in spite of a slip of the finger in its title. Only you change it. Whoever wants it otherwise adapts a copy of their own, and both pages say so, as far as each is open to the reader.')}
    </p>
    <h2>${t('How to write')}</h2>
    <p>
      ${t('Plain words will do; a line between them begins a new paragraph. For more there are a few marks:')}
    </p>
    <ul>
      <li><code># ${t('Title of a part')}</code>: ${t('a heading; ## is one level below it')}</li>
      <li><code>- ${t('a point')}</code>: ${t('a list; 1. numbers it')}</li>
      <li><code>*${t('stress')}*</code>, <code>**${t('strong')}**</code></li>
      <li><code>[${t('The museum')}](https://…)</code>: ${t('a link')}</li>
      <li><code>| a | b |</code>: ${t('a table, with a line |---|---| under its heads')}</li>
      <li><code>$x^2$</code>: ${t('mathematics, as in LaTeX')}</li>
      <li><code>\`code\`</code>: ${t('something to be typed as it stands')}</li>
    </ul>
    <p>
      ${t('Tags of HTML are shown as words and do nothing. A picture that lies elsewhere becomes a link, so that opening a page tells nobody else who reads it.')}
    </p>
    <h2>${t('For every reader')}</h2>
    <p>
      ${t('Under a page of yours stands what could keep somebody from reading it: a picture without words, a heading that skips a level, a link called “here”, a table without heads, a very long paragraph; and for English an estimate of the age at which most can read it, by the length of words and sentences alone. It is advice. Colleagues do not see it.')}
    </p>
    <h2>${t('Nothing is lost')}</h2>
    <p>
      ${t('What you type is kept while you type. Every version stays, with what each changed, and an earlier one can be made the newest again. A page you take away can be brought back.')}
    </p>
  `,
};
