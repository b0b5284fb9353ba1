import { page } from '#platform/http/route.ts';
import { audienceNote } from '#platform/access/audience-words.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { groupHref, groupPolicy, programmeTrail } from '#features/programmes/index.ts';
import { openGroupFor } from './people/people-open.ts';
import { seenHint } from './seen-hint.ts';
import { joinings } from './start-group.input.ts';

/** The name of a group, who sees that it runs, who may come; and closing it. */
export const settingsPage = page('/groups/:programme/settings', {
  purpose: 'learning',
  access: groupPolicy,
  load: (visit) => openGroupFor(visit, 'design'),
  view({ programme, item }, visit) {
    const here = groupHref(programme, 'settings');
    const state = visit.formAt(here);
    const seen = item.audience.some(({ principal }) => principal.startsWith('staff:'));
    const joiningWords: Record<(typeof joinings)[number], string> = {
      invited: t('Those whom somebody in the group asks'),
      open: t('Anybody may ask to join; the group answers'),
    };
    return {
      title: t('Name, and who sees it: {title}', { title: programme.title }),
      audience: audienceNote(item, groupPolicy, visit.who),
      trail: programmeTrail(programme),
      body: html`${
        programme.closed_at
          ? html`<p>${t('The group is closed. Everything in it can still be read.')}</p>
              ${form({ action: groupHref(programme, 'reopen'), button: t('Open it again') })}`
          : html`${form(
                {
                  ...state,
                  action: here,
                  values: state.values ?? {
                    title: programme.title,
                    subject: programme.subject ?? '',
                    phase: programme.phase ?? '',
                    joining: programme.joining,
                    seen: seen ? 'yes' : '',
                  },
                  button: t('Save'),
                  hidden: { version: programme.version },
                },
                (f) => html`
                  ${f.text({ name: 'title', label: t('Name of the group'), required: true, maxlength: 120 })}
                  ${f.text({ name: 'subject', label: t('Subject or area'), maxlength: 80 })}
                  ${f.text({ name: 'phase', label: t('Years or ages'), maxlength: 80 })}
                  ${f.radios({
                    name: 'joining',
                    label: t('Who may come into it?'),
                    required: true,
                    options: joinings.map((value) => ({ value, label: joiningWords[value] })),
                  })}
                  ${f.checkbox({
                    name: 'seen',
                    label: t('All staff may see that the group runs'),
                    hint: seenHint(),
                  })}
                `,
              )}
              <h2>${t('Close the group')}</h2>
              <p>${t('It stays readable for those in it, and nothing more falls due.')}</p>
              ${form({ action: groupHref(programme, 'close'), button: t('Close the group'), quiet: true })}`
      }`,
    };
  },
});
