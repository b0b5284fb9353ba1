import { onlyYou } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { formatMinutes, t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import { personName } from '#ui/person-name.ts';
import { table } from '#ui/table.ts';
import { selectLoads } from './load.queries.ts';
import { fairPath, rotasTrail } from './rotas.ts';
import { makersAudience, makesRotas } from './rotas.access.ts';

/** How much duty one has this term; for those who make rotas everybody's, by name and in no other order. */
export const fairPage = page(fairPath, {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const { loads } = await selectLoads(visit.db, visit.who, { today: visit.today });
    return { loads, makes: makesRotas(visit.who), personId: visit.who.personId };
  },
  view: ({ loads, makes, personId }) => ({
    title: t('Duties this term'),
    audience: makes
      ? makersAudience(
          t('They share duties out fairly. Each colleague sees their own number and nobody else’s.'),
        )
      : onlyYou(
          t('This is your own number. Those who make rotas see everybody’s, to share duties out fairly.'),
        ),
    trail: rotasTrail(),
    body: html`<p>
        ${t('You have {time} of duty this term.', { time: formatMinutes(loads.find((each) => each.personId === personId)?.minutes ?? 0) })}
        ${t('Duties to come are counted as they stand now. Whether somebody missed one is written down nowhere.')}
      </p>
      ${
        makes &&
        html`<h2>${t('Everybody')}</h2>
          ${table({
            caption: t('Time on duty this term, by name'),
            captionHidden: true,
            columns: [{ label: t('Name') }, { label: t('This term'), numeric: true }],
            rows: loads
              .filter(({ isUsual }) => isUsual)
              .map(({ name, minutes }) => [personName({ name }), formatMinutes(minutes)]),
            empty: t('Nobody is on a rota yet.'),
          })}`
      }`,
  }),
});
