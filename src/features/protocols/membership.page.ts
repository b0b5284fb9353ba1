import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { templateHref } from './addresses.ts';
import { editorHead, editorTabs } from './editor-frame.ts';
import { keptDraft } from './kept-draft.ts';
import { membershipValues } from './membership-values.ts';
import { openTemplate } from './open-template.ts';
import { membershipRules, ruleWords } from './protocol-words.ts';
import { partSource } from './protocol-source.view.ts';
import { protocolTemplatePolicy } from './protocol-template.policy.ts';

/** Who may be in a group that runs it: each rule ticked or not, with its words. */
export const membershipPage = page('/protocols/mine/:template/membership', {
  purpose: 'learning',
  access: protocolTemplatePolicy,
  async load(visit) {
    const { template } = await openTemplate(visit);
    const draftKey = `protocol-membership:${template.id}`;
    const draft = await keptDraft(visit, template, draftKey, ({ membership }) => membership);
    return { template, draftKey, draft, state: visit.formAt(templateHref(template, 'membership')) };
  },
  view: ({ template, draftKey, draft, state }) => ({
    ...editorHead(template, t('Who may be in it: {title}', { title: template.title })),
    body: html`${editorTabs(template, 'membership')}
      <p>${t('Tick the rules that hold. The words beside each are what people read.')}</p>
      ${form(
        {
          ...state,
          values: state.values ?? draft ?? membershipValues(template.draft),
          button: t('Save the rules'),
          draft: draftKey,
          cancel: templateHref(template),
          hidden: { version: template.version },
        },
        (f) =>
          membershipRules.map((rule) => {
            const known = template.draft.membership.find((each) => each.rule === rule);
            return f.group(ruleWords(rule), [
              f.checkbox({ name: rule, label: t('This rule holds') }),
              f.text({ name: `${rule}-words`, label: t('In words'), unmarked: true, maxlength: 400 }),
              known && partSource(known.source, true),
            ]);
          }),
      )}`,
  }),
});
