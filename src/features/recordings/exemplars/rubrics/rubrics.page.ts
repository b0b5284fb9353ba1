import { allStaff } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { rubrics } from '#features/evidence/index.ts';
import { quietActions } from '#ui/actions.ts';
import { card, cards } from '#ui/card.ts';
import { html } from '#ui/html.ts';
import { exemplarsPath, rubricHref, rubricsPath } from '../exemplar.ts';

/** The rubrics that come with Staffroom, one for each domain of teaching. */
export const rubricsPage = page(rubricsPath, {
  purpose: 'learning',
  access: members('staff', 'guest'),
  load: async () => rubrics(),
  view: (all, visit) => ({
    title: t('Rubrics to talk with'),
    audience: allStaff(
      visit.who,
      t('The words are the same for everybody, and hold nothing about anybody at the school.'),
    ),
    wide: true,
    body: html`<p>
        ${t('Words for what one may see in a lesson, to talk with about one’s own teaching and to choose what to practise. Nobody is placed on them by somebody else, and nothing is added up. They are our own; each says what it rests on.')}
      </p>
      ${cards(
        all.map((rubric) =>
          card({
            title: t(rubric.title),
            href: rubricHref(rubric.id),
            meta: tn(rubric.rows.length, '{n} row', '{n} rows'),
            body: html`<p>${t(rubric.plain)}</p>`,
          }),
        ),
      )}
      ${
        visit.who.standing.kind === 'staff' &&
        quietActions([
          { label: t('Examples of teaching'), href: exemplarsPath, icon: 'learning' },
          { label: t('Techniques to practise'), href: '/practice/techniques', icon: 'practice' },
        ])
      }`,
  }),
});
