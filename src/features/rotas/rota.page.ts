import { allStaff } from '#platform/access/audience-words.ts';
import { addDays } from '#platform/calendar/dates.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { horizon, selectWholeRota } from './rota.queries.ts';
import { rotaView } from './rota.view.ts';
import { rotaHref, rotasTrail } from './rotas.ts';
import { makesRotas } from './rotas.access.ts';

/** Whether somebody is needed at a time at which too few stand. */
const isLacking = ({ slots, stands }: Awaited<ReturnType<typeof selectWholeRota>>): boolean =>
  slots.some(({ id, needed }) => stands.filter(({ slotId }) => slotId === id).length < needed);

/** One rota: when somebody is needed and who stands there; for those who make rotas, where it is changed. */
export const rotaPage = page('/rotas/:rota', {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const id = visit.params.rota!;
    const found = await selectWholeRota(visit.db, visit.who, {
      id,
      today: visit.today,
      until: addDays(visit.today, horizon),
    });
    const state = (part: string) => visit.formAt(rotaHref(id, part));
    return {
      ...found,
      today: visit.today,
      makes: makesRotas(visit.who),
      states: { change: state('change'), times: state('times'), stands: state('stands') },
    };
  },
  view: (data, { who }) => ({
    title: data.rota.name,
    audience: allStaff(
      who,
      data.makes
        ? t('All staff see who stands when. What stands against it, those who make rotas see alone.')
        : t('All staff see who stands when.'),
    ),
    trail: rotasTrail(),
    ...(data.makes &&
      data.rota.endedAt === null &&
      isLacking(data) && {
        action: { label: t('Look at a suggestion'), href: rotaHref(data.rota.id, 'fill') },
      }),
    body: rotaView(data),
  }),
});
