import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { aboutValues } from './about-input.ts';
import { templateHref } from './addresses.ts';
import { editorHead, editorTabs } from './editor-frame.ts';
import { keptDraft } from './kept-draft.ts';
import { openTemplate } from './open-template.ts';
import { protocolTemplatePolicy } from './protocol-template.policy.ts';

/** The protocol as a whole, in words: what it is, when it suits, how long, for how many, and its limits. */
export const templateAboutPage = page('/protocols/mine/:template/about', {
  purpose: 'learning',
  access: protocolTemplatePolicy,
  async load(visit) {
    const { template } = await openTemplate(visit);
    const draftKey = `protocol-about:${template.id}`;
    const draft = await keptDraft(visit, template, draftKey, aboutValues);
    return { template, draftKey, draft, state: visit.formAt(templateHref(template, 'about')) };
  },
  view: ({ template, draftKey, draft, state }) => ({
    ...editorHead(template, t('About it: {title}', { title: template.title })),
    body: html`${editorTabs(template, 'about')}
    ${form(
      {
        ...state,
        values: state.values ?? draft ?? aboutValues(template.draft),
        button: t('Save'),
        draft: draftKey,
        cancel: templateHref(template),
        hidden: { version: template.version },
      },
      (f) => [
        f.text({ name: 'title', label: t('Title'), required: true, maxlength: 120 }),
        f.textarea({ name: 'plain', label: t('What it is, in two or three sentences'), required: true }),
        f.textarea({ name: 'suits', label: t('When one would choose it'), rows: 2, unmarked: true }),
        f.textarea({
          name: 'limits',
          label: t('Its limits'),
          hint: t('One on each line: what it is not good for, and what is not known.'),
          unmarked: true,
        }),
        f.radios({
          name: 'started_by',
          label: t('Who may start one?'),
          required: true,
          options: [
            { value: 'anyone', label: t('Any member of staff') },
            { value: 'leaders', label: t('Those who lead professional learning') },
          ],
        }),
        f.group(t('How long'), [
          f.number({ name: 'weeks', label: t('Teaching weeks'), required: true, min: 1, max: 200, step: 1 }),
          f.number({
            name: 'fewest_terms',
            label: t('Terms at least'),
            required: true,
            min: 1,
            max: 9,
            step: 1,
          }),
          f.number({
            name: 'most_terms',
            label: t('Terms at most'),
            required: true,
            min: 1,
            max: 9,
            step: 1,
          }),
        ]),
        f.group(t('How many'), [
          f.text({
            name: 'size_of',
            label: t('What they are together'),
            required: true,
            hint: t('Such as a group, or a partnership.'),
          }),
          f.number({
            name: 'size_min',
            label: t('People at least'),
            required: true,
            min: 1,
            max: 500,
            step: 1,
          }),
          f.number({
            name: 'size_max',
            label: t('People at most'),
            required: true,
            min: 1,
            max: 500,
            step: 1,
          }),
        ]),
        f.textarea({
          name: 'from_source',
          label: t('What comes from a source, and which'),
          rows: 2,
          unmarked: true,
        }),
        f.textarea({ name: 'ours', label: t('What you chose yourselves'), rows: 2, unmarked: true }),
      ],
    )}`,
  }),
});
