import { onlyYou } from '#platform/access/audience-words.ts';
import { isId } from '#platform/db/ids.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { readersToChoose, selectSurroundings } from './sharing.queries.ts';
import { html } from '#ui/html.ts';
import { tryOutForm } from './try-out-form.ts';
import { writeForm } from './write-form.view.ts';

const newDraft = 'try-out:new';
const address = '/my-learning/try-outs/new';

/**
 * Logs a try-out, quickly. `?programme=` (its word in addresses), `?technique=`, `?practice=` and `?kept=` (the routine
 * of a small experiment) fill in what is known, `?tried=` and `?after=` (an observation) what follows a visit to one's
 * lesson; `?experiment=` opens the fields for one.
 */
export const newTryOutPage = page(address, {
  purpose: 'learning',
  access: members('staff'),
  async load(visit) {
    const surroundings = await selectSurroundings(visit.db, visit.who, visit.today);
    const draft = await visit.draft(newDraft);
    return { surroundings, draft };
  },
  view({ surroundings, draft }, visit) {
    const { values, errors } = visit.formAt(address);
    const programme = surroundings.programmes.find(({ slug }) => slug === visit.query.programme)?.id;
    const practice = surroundings.practices.find(({ id }) => id === visit.query.practice);
    const readers = readersToChoose(surroundings);
    return {
      title: t('What I tried'),
      audience: onlyYou(t('It is yours. Nobody else can open it unless you choose readers here or later.')),
      trail: [{ label: t('My try-outs'), href: '/my-learning/try-outs' }],
      body: html`<p>${t(tryOutForm().plain)}</p>
        ${writeForm(
          {
            action: address,
            button: t('Save this try-out'),
            values: {
              on_date: visit.today,
              programme,
              technique: visit.query.technique,
              practice: practice?.id,
              held_constant: visit.query.kept,
              ...draft,
              // What one comes with wins over a draft of something else.
              ...(visit.query.tried && { tried: visit.query.tried }),
              ...values,
            },
            errors,
            draft: newDraft,
            hidden: { after: isId(visit.query.after ?? '') ? visit.query.after : '' },
            surroundings,
            today: visit.today,
            files: true,
            experiment: visit.query.experiment !== undefined,
          },
          (f) => [
            readers.length > 0 &&
              f.checkboxes({
                name: 'readers',
                label: t('Who may read it'),
                hint: t(
                  'Nobody, unless you tick. You can change it at any time. Line managers are kept out.',
                ),
                options: readers.map(({ principal, label, hint }) => ({ value: principal, label, hint })),
              }),
            !practice &&
              f.checkbox({
                name: 'remind',
                label: t('Remind me to look at it again'),
                hint: t('After a week, then at longer intervals, until it goes by itself.'),
              }),
          ],
        )}`,
    };
  },
});
