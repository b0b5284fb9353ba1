import { onlyYou } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import { homeHref } from '#features/programmes/index.ts';
import { hoursTable } from './hours-beside.view.ts';
import { selectHoursPage } from './load.queries.ts';
import { replacedList } from './replaces.view.ts';

/** Hours of everything a person takes part in, in one term: for them alone. */
export const hoursPage = page('/groups/hours', {
  purpose: 'learning',
  access: members('staff', 'guest'),
  load: ({ db, who, today }) => selectHoursPage(db, who, today),
  view: ({ term, of, replaced }, visit) => ({
    title: t('My hours this term'),
    audience: onlyYou(
      t('This adds up what you take part in. Nobody else sees the sum, nor what you write here.'),
    ),
    trail: [{ label: t('Groups'), href: '/groups' }],
    body: html`<p>
        ${
          term === null
            ? t('Your school has not said its terms yet, so this counts the next thirteen weeks.')
            : t('What the programmes and groups you take part in ask of you, as planned, in {term}.', {
                term,
              })
        }
      </p>
      ${hoursTable(
        t('Planned hours'),
        of.map((each) => ({ ...each, title: html`<a href="${homeHref(each)}">${each.title}</a>` })),
      )}
      <p>${t('If it is too much, say so in the group: something may be moved, made shorter or left.')}</p>
      ${replacedList(replaced, visit)}`,
  }),
});
