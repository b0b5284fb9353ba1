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
    <p>
      ${t('Buttons over the field put these marks in for you, and so do Ctrl+B for strong, Ctrl+I for stress and Ctrl+K for a link. “See how it looks” draws the page without saving it. You can paste or drop a picture where you write, or record up to ten minutes of sound; you are asked what it shows, for those who cannot see or hear it. The same can be done under “Pictures, sounds and files” of the page.')}
    </p>
    <h2>${t('So that colleagues find it')}</h2>
    <p>
      ${t('Say what a page is mostly about and with which learners in mind it was made, and choose the points of the curriculum that it helps to teach. The bank is narrowed by all of these, and each point leads to its pages. Marks are set on pages, never on pupils.')}
    </p>
    <h2>${t('The same at three steps, and on the table')}</h2>
    <p>
      ${t('From a page you can make the same with more help, or to go further: a copy of your own that stands beside it. As a learning mat, each heading becomes a box on one sheet to print.')}
    </p>
    <h2>${t('Ask a colleague to read it')}</h2>
    <p>
      ${t('Whoever you ask can open the page, also before it is in the bank, and answers five questions. Only the two of you read that, and it counts for nobody’s appraisal.')}
    </p>
    <h2>${t('For every reader')}</h2>
    <p>
      ${t('Under a page of yours stands what could keep somebody from reading it: a picture without words, a heading that skips a level, a link called “here”, a table without heads, a very long paragraph; and for English an estimate of the age at which most can read it, by the length of words and sentences alone. It is advice. Colleagues do not see it.')}
    </p>
    <h2>${t('What may be out of date')}</h2>
    <p>
      ${t('A page whose day to be looked at again is over, or whose author has left, says so to its readers and stands in the bank under “May be out of date”. Whoever needs it adapts a copy.')}
    </p>
    <h2>${t('Nothing is lost')}</h2>
    <p>
      ${t('What you type is kept while you type. Every version stays, with what each changed, and an earlier one can be made the newest again. A page you take away can be brought back.')}
    </p>
  `,
};
