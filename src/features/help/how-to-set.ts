import { t } from '#platform/i18n/i18n.ts';
import { html, type Html } from '#ui/html.ts';

/** How one gives a setting to the program, for somebody who has never done it. */
export const howToSet = (name: string, value: string): Html =>
  html`<p>
    ${t('These are settings of the window in which you start Staffroom. On macOS and Linux, write them before the command:')}
    <code>${name}=${value} npm start</code>. ${t('On Windows, first')} <code>set ${name}=${value}</code>,
    ${t('then')} <code>npm start</code>.
  </p>`;
