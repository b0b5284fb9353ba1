import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { programmeHref } from './addresses.ts';
import { checkInShort } from './check.view.ts';
import { checkDesign } from './check-design.ts';
import { workloadSummary } from './design.view.ts';
import { designersNote } from './designers-note.ts';
import { openDesign } from './open-design.ts';
import { mustBeLed } from './open-programme.ts';
import { programmePolicy } from './programme.policy.ts';
import { trailOf } from './programme-tabs.view.ts';

/** What publishing does, with what the design check noticed beside it. The check never stands in the way. */
export const publishPage = page('/programmes/:programme/publish', {
  purpose: 'learning',
  access: programmePolicy,
  async load(visit) {
    const found = await openDesign(visit, 'design');
    mustBeLed(found.opened.programme);
    return found;
  },
  view: ({ opened: { item, programme }, design }, visit) => ({
    title: t('Publish: {title}', { title: programme.title }),
    audience: designersNote(item, visit.who),
    trail: trailOf(programme),
    body: programme.published_at
      ? html`<p>${t('It is published already.')}</p>
          ${form({ action: programmeHref(programme, 'withdraw'), button: t('Make it a draft again'), quiet: true })}`
      : html`<p>
            ${t('All staff will be able to read its outline: what it is for, its steps and its dates. Those who are in it are told on their first page, and by mail within the hour by day, and its steps appear in their calendars. Who is in it is seen by those inside, the CPD leader, the head and senior leaders.')}
          </p>
          ${workloadSummary(design)}
          <h2>${t('What the design check noticed')}</h2>
          <p>${t('It decides nothing; you do.')}</p>
          ${checkInShort(programme, checkDesign(design))}
          ${form({
            ...visit.formAt(programmeHref(programme, 'publish')),
            button: t('Publish the programme'),
          })}`,
  }),
});
