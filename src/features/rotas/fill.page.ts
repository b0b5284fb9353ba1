import { page, roles } from '#platform/http/route.ts';
import { formatMinutes, t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { loadFill } from './load-fill.ts';
import { rotaHref, rotasTrail, slotInWords } from './rotas.ts';
import { makersAudience, rotaMakers } from './rotas.access.ts';
import type { Suggested } from './suggest.ts';

export const tickOf = ({ slot, personId }: Suggested): string => `${slot.id} ${personId}`;

/** Somebody for each open place of a rota, to be looked at before it is taken in one go. */
export const fillPage = page('/rotas/:rota/fill', {
  purpose: 'administration',
  access: roles(...rotaMakers),
  load: loadFill,
  view: ({ rota, suggested, missing, minutesOf }, visit) => ({
    title: t('A suggestion for {name}', { name: rota.name }),
    audience: makersAudience(),
    trail: [...rotasTrail(), { label: rota.name, href: rotaHref(rota.id) }],
    body:
      suggested.length === 0
        ? empty({
            says:
              missing === 0
                ? t('No place is open.')
                : t('For none of the open places is somebody free who could be suggested.'),
            todo: { label: t('Back to the rota'), href: rotaHref(rota.id) },
          })
        : html`<p>
              ${tn(missing, 'One place is open.', '{n} places are open.')}
              ${t('Nobody is suggested who teaches then, has another duty, is away in the next four weeks, or cannot then. Whoever has had least duty this term, for the days they work, comes first. Untick what you wish to fill by hand.')}
            </p>
            ${form(
              {
                ...visit.formAt(rotaHref(rota.id, 'fill')),
                button: t('Put them there'),
                cancel: rotaHref(rota.id),
              },
              (f) =>
                f.checkboxes({
                  name: 'take',
                  label: t('Suggestions'),
                  unmarked: true,
                  initial: suggested.map(tickOf),
                  options: suggested.map((each) => ({
                    value: tickOf(each),
                    label: t('{name}: {when}', { name: each.name, when: slotInWords(each.slot) }),
                    hint: t('{time} of duty this term', {
                      time: formatMinutes(minutesOf.get(each.personId) ?? 0),
                    }),
                  })),
                }),
            )}`,
  }),
});
