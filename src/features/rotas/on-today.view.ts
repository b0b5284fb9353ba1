import { clockIn } from '#platform/calendar/local-time.ts';
import type { Visit } from '#platform/http/context.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { html, type Value } from '#ui/html.ts';
import type { DutyToday, RotasToday } from './on-today.ts';
import { rotasPath } from './rotas.ts';

/** One's own duties of the day, who is on duty now, and what all are asked; nothing where there is none of it. */
export const rotasTodayView = (found: readonly RotasToday[], visit: Pick<Visit, 'now' | 'who'>): Value => {
  const [rotas] = found;
  if (rotas === undefined || (rotas.duties.length === 0 && rotas.asked === 0)) return null;
  const clock = clockIn(visit.now, visit.who.standing.organisation.zone);
  const mine = rotas.duties.filter(({ isMine }) => isMine);
  const now = rotas.duties.filter(({ from, until }) => from <= clock && clock < until);
  return html`<h3>${t('Duties')}</h3>
    ${part(t('Mine today'), mine, ({ from, until, name, place }) => html`${t('{from} to {until}', { from, until })} <bdi>${name}</bdi>${place !== '' && html`, <bdi>${place}</bdi>`}`)}
    ${part(t('On duty now'), now, ({ name, place, person }) => html`<bdi>${name}</bdi>${place !== '' && html`, <bdi>${place}</bdi>`}: <bdi>${person}</bdi>`)}
    <p>
      <a class="rota-press" href="${rotasPath}"
        >${rotas.asked > 0 ? tn(rotas.asked, 'Rotas: a colleague asks whether somebody can take a duty', 'Rotas: colleagues ask whether somebody can take {n} duties') : t('Rotas')}</a
      >
    </p>`;
};

const part = (label: string, those: readonly DutyToday[], line: (duty: DutyToday) => Value): Value =>
  those.length > 0 &&
  html`<p class="meta">${label}</p>
    <ul class="items dense">
      ${those.map((each) => html`<li>${line(each)}</li>`)}
    </ul>`;
