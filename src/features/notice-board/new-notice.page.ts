import { onlyYou } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import { boardPath, newPath } from './addresses.ts';
import { selectChoices } from './choices.queries.ts';
import { noticeForm } from './notice-form.view.ts';
import { usualLastDay } from './posted-notice.ts';

export const newDraft = 'posted-notice:new';

/** Writes a notice. Until it is put up it is a draft of one's own. */
export const newNoticePage = page(newPath, {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const choices = await selectChoices(visit.db, visit.who, visit.today);
    return { choices, draft: await visit.draft(newDraft) };
  },
  view({ choices, draft }, visit) {
    const { values, errors } = visit.formAt(boardPath);
    return {
      title: t('Put up a notice'),
      audience: onlyYou(t('Nobody else sees it until you put it up. Then it shows for whom it is.')),
      trail: noticeTrail(),
      body: html`<p>
          ${t('Say it once, to those it is for, for as long as it matters. Nobody gets mail for it unless they asked for letters about what waits for them.')}
        </p>
        ${noticeForm({
          action: boardPath,
          button: t('Put it up'),
          also: [lookButton()],
          values: { from_on: visit.today, until_on: usualLastDay(visit.today), ...draft, ...values },
          errors,
          draft: newDraft,
          choices,
          today: visit.today,
        })}`,
    };
  },
});

export const noticeTrail = () => [
  { label: t('Today'), href: '/today' },
  { label: t('Notices'), href: boardPath },
];

export const lookButton = () => ({ label: t('See first who will see it'), name: 'do', value: 'look' });
