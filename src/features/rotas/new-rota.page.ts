import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { page, roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { halvesList, halvesOf } from './halves.ts';
import { rotaFields, slotFields } from './rota-input.ts';
import { newRotaPath, rotasPath, rotasTrail } from './rotas.ts';
import { makersAudience, rotaMakers } from './rotas.access.ts';

const ask = composed((who, { today }: Given<{ today: string }>) => ({
  twoWeeks: list<{ n: number }>(sql`select 1 as n from timetable v
    where v.owner_id = ${who.organisationId} and v.weeks = 2 and v.published_at is not null and v.ended_at is null
      and (v.ends_on is null or v.ends_on >= ${today}) limit 1`),
  halves: halvesList(who.organisationId, today),
}));

/** A duty and its first times. */
export const newRotaPage = page(newRotaPath, {
  purpose: 'administration',
  access: roles(...rotaMakers),
  async load(visit) {
    const { twoWeeks, halves } = await ask(visit.db, visit.who, { today: visit.today });
    return { twoWeeks: twoWeeks.length > 0, halves: halvesOf(halves), state: visit.formAt(newRotaPath) };
  },
  view: ({ twoWeeks, halves, state }) => ({
    title: t('Begin a rota'),
    audience: makersAudience(),
    trail: rotasTrail(),
    body: form(
      {
        ...state,
        values: state.values ?? { keeps_busy: 'yes' },
        button: t('Begin it'),
        cancel: rotasPath,
      },
      (f) =>
        html`${rotaFields(f)} ${f.group(t('When somebody is needed'), slotFields(f, { twoWeeks, halves }))}`,
    ),
  }),
});
