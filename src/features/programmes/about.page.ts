import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { aboutFields } from './about.view.ts';
import { programmeHref } from './addresses.ts';
import { designersNote } from './designers-note.ts';
import { openLedProgramme } from './open-programme.ts';
import { selectPrioritiesAndDraft } from './priorities.queries.ts';
import { programmePolicy } from './programme.policy.ts';
import { trailOf } from './programme-tabs.view.ts';

const draftOf = ({ id }: { id: string }): string => `programme:${id}`;

/** The plan in words: aim, pupils, reason, materials, what it replaces. */
export const aboutPage = page('/programmes/:programme/design/about', {
  purpose: 'learning',
  access: programmePolicy,
  async load(visit) {
    const opened = await openLedProgramme(visit, 'design');
    const draft = { writer: visit.who, key: draftOf(opened.programme) };
    return { ...opened, ...(await selectPrioritiesAndDraft(visit.db, visit.organisationId, draft)) };
  },
  view({ item, programme, priorities, draft }, visit) {
    const action = programmeHref(programme, 'design/about');
    const state = visit.formAt(action);
    return {
      title: t('The plan in words'),
      audience: designersNote(item, visit.who),
      trail: [...trailOf(programme), { label: t('Design'), href: programmeHref(programme, 'design') }],
      body: form(
        {
          ...state,
          values: state.values ?? draft ?? programme,
          button: t('Save the plan'),
          draft: draftOf(programme),
          hidden: { version: programme.version },
          cancel: programmeHref(programme, 'design'),
        },
        (f) => html`
          ${f.text({ name: 'title', label: t('Title'), required: true, maxlength: 120 })}
          ${aboutFields(f, priorities)}
        `,
      ),
    };
  },
});
