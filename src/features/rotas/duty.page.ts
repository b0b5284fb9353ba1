import { addDays } from '#platform/calendar/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { members, page } from '#platform/http/route.ts';
import { allStaff } from '#platform/access/audience-words.ts';
import { t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { dutyHref, dutyInWords, rotaHref, rotasTrail, swapHref } from './rotas.ts';
import { makesRotas } from './rotas.access.ts';
import { selectPlace } from './swap.queries.ts';

/** So far ahead a duty is asked of others, in days. */
const furthest = 400;

/** One duty on one day: where its person asks somebody to take it, and where its maker puts somebody else there. */
export const dutyPage = page('/rotas/duties/:stand/:day', {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const { stand, day } = visit.params as { stand: string; day: string };
    if (day > addDays(visit.today, furthest)) throw new NotFound();
    const found = await selectPlace(visit.db, visit.who, { stand, day, today: visit.today });
    return {
      ...found,
      isOwn: found.place.usualId === visit.who.personId,
      makes: makesRotas(visit.who),
      isOver: day < visit.today,
      ask: visit.formAt(dutyHref(stand, day, 'ask')),
      put: visit.formAt(dutyHref(stand, day, 'put')),
    };
  },
  view: ({ place, colleagues, isOwn, makes, isOver, ask, put }, { who }) => {
    const options = (first: string) => [
      { value: '', label: first },
      ...colleagues
        .filter(({ personId }) => personId !== place.usualId)
        .map(({ personId, name }) => ({ value: personId, label: name })),
    ];
    const opens = place.swapId === null && !isOver;
    return {
      title: dutyInWords(place),
      audience: allStaff(
        who,
        t('All staff see who is on duty. What you ask, those see whom you ask and those who make rotas.'),
      ),
      trail: [...rotasTrail(), { label: place.name, href: rotaHref(place.rotaId) }],
      body: html`${definitionList([
        { term: t('Who'), says: html`<bdi>${place.person}</bdi>` },
        { term: t('Instead of'), says: place.personId !== place.usualId && html`<bdi>${place.usual}</bdi>` },
        { term: t('Where'), says: place.place && html`<bdi>${place.place}</bdi>` },
      ])}
      ${place.swapId !== null && (isOwn || makes) && html`<p><a href="${swapHref(place.swapId)}">${t('What was asked')}</a></p>`}
      ${
        opens &&
        isOwn &&
        html`<h2>${t('Ask somebody to take it')}</h2>
          ${form(
            { ...ask, button: t('Ask') },
            (f) =>
              html`${f.select({ name: 'asked', label: t('Whom'), unmarked: true, options: options(t('All colleagues')) })}
              ${f.text({ name: 'words', label: t('A word to it'), hint: t('“I have a parent at half past eight.” You need not say why.'), maxlength: 200 })}`,
          )}`
      }
      ${
        opens &&
        makes &&
        html`<h2>${t('Put somebody else there on this day')}</h2>
          ${form({ ...put, button: t('Put them there') }, (f) =>
            f.select({
              name: 'person',
              label: t('Who'),
              required: true,
              options: options(t('Choose a colleague')),
            }),
          )}`
      }`,
    };
  },
});
