import { z } from 'zod';
import { newId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import { ticks } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { fillPage, tickOf } from './fill.page.ts';
import { loadFill } from './load-fill.ts';
import { selectRota } from './rota.queries.ts';
import { rotaHref } from './rotas.ts';
import { rotaMakers } from './rotas.access.ts';
import { insertStands } from './stands.action.ts';

/** Takes the suggestions that are ticked, in one go. What is not suggested any more is left open. */
export const takeFill = action('/rotas/:rota/fill', {
  purpose: 'administration',
  access: roles(...rotaMakers),
  page: fillPage,
  input: z.object({ take: ticks(400) }),
  async run(change, { take }) {
    const { tx, organisationId, now, today } = change;
    // Held, so that of two who fill it at once the second sees what the first wrote.
    const rota = await selectRota(tx, organisationId, change.params.rota!, true);
    if (rota.endedAt !== null) throw new Refused(t('This rota was ended meanwhile.'));
    const { suggested } = await loadFill(change);
    const taken = suggested.filter((each) => take.includes(tickOf(each)));
    if (taken.length === 0)
      throw new Refused({ take: t('Tick at least one. What was ticked may be filled by now: look again.') });
    const batchId = newId(now);
    const ids = await insertStands(
      change,
      taken.map(({ slot, personId }) => ({ slotId: slot.id, personId, fromOn: today })),
      batchId,
    );
    await change.record({ kind: 'rota.filled', itemId: rota.id, body: { batchId, ids } });
    const left = take.length - ids.length;
    const said = tn(ids.length, 'One place is filled.', '{n} places are filled.');
    return see(
      rotaHref(rota.id),
      left <= 0 ? said : t('{said} The others were filled or taken up meanwhile: look again.', { said }),
      `/rotas/batches/${batchId}/undo`,
    );
  },
});
