import { page, roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { learningLeaders } from '#features/people/index.ts';
import { mineTrail, writersNote } from './editor-frame.ts';

/** Taking in a protocol that another school gave as a file. */
export const importProtocolPage = page('/protocols/mine/import', {
  purpose: 'learning',
  access: roles(...learningLeaders),
  load: async (visit) => visit.formAt('/protocols/mine/import'),
  view: (state) => ({
    title: t('Take a protocol in from a file'),
    audience: writersNote(),
    trail: mineTrail(),
    body: html`<p>
        ${t('The page of each protocol gives it as a file. What you take in is a draft of your own: read it, change it, and publish it when it fits. Its sources stay named.')}
      </p>
      ${form({ ...state, button: t('Take it in'), multipart: true, cancel: '/protocols/mine' }, (f) =>
        f.file({
          name: 'file',
          label: t('The file'),
          required: true,
          hint: t('A file that ends in .json, at most 1 MB.'),
          accept: '.json,application/json',
        }),
      )}`,
  }),
});
