import { version } from '#platform/http/input.ts';
import { action } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { aboutInput, aboutValues, writeAbout } from './about-input.ts';
import { templateHref } from './addresses.ts';
import { changeDraft } from './change-draft.ts';
import { protocolTemplatePolicy } from './protocol-template.policy.ts';
import { templateAboutPage } from './template-about.page.ts';

/** Saves what the protocol is as a whole. */
export const saveTemplateAbout = action('/protocols/mine/:template/about', {
  purpose: 'learning',
  access: protocolTemplatePolicy,
  page: templateAboutPage,
  input: aboutInput.extend({ version: version() }),
  async run(change, { version: shown, ...about }) {
    const changed = await changeDraft(change, {
      kind: 'about-changed',
      over: {
        shown,
        part: aboutValues,
        fields(draft) {
          const now = aboutValues(draft);
          const labels = {
            title: t('Title'),
            plain: t('What it is'),
            suits: t('When one would choose it'),
            limits: t('Its limits'),
            weeks: t('Teaching weeks'),
            size_min: t('People at least'),
            size_max: t('People at most'),
            from_source: t('What comes from a source, and which'),
            ours: t('What you chose yourselves'),
          };
          return Object.entries(labels).map(([name, label]) => ({ name, label, text: String(now[name]) }));
        },
      },
      apply: (draft) => writeAbout(draft, about, change.who.standing.organisation.name),
    });
    return changed.see(templateHref(changed.template), t('It is saved.'));
  },
});
