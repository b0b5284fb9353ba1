import { z } from 'zod';
import { Refused, Stale } from '#platform/errors.ts';
import { version } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectRota } from './rota.queries.ts';
import { rotaInput } from './rota-input.ts';
import { rotaPage } from './rota.page.ts';
import { rotaHref, rotasPath } from './rotas.ts';
import { rotaMakers } from './rotas.access.ts';

const common = { purpose: 'administration', access: roles(...rotaMakers) } as const;

/** Calls a rota otherwise. What it was called stands in what was recorded. */
export const changeRota = action('/rotas/:rota/change', {
  ...common,
  page: rotaPage,
  input: z.object({ ...rotaInput, version: version() }),
  async run(change, sent) {
    const { tx, organisationId, params, now } = change;
    const before = await selectRota(tx, organisationId, params.rota!, true);
    if (before.version !== sent.version)
      throw new Stale({
        version: before.version,
        writerId: null,
        writtenBy: t('a colleague'),
        writtenAt: now,
        fields: [
          { name: 'name', label: t('What the duty is'), text: before.name },
          { name: 'place', label: t('Where'), text: before.place },
        ],
      });
    await tx
      .updateTable('rota')
      .set({
        name: sent.name,
        place: sent.place,
        keeps_busy: sent.keeps_busy,
        swap_needs_leave: sent.swap_needs_leave,
        version: before.version + 1,
      })
      .where('owner_id', '=', organisationId)
      .where('id', '=', before.id)
      .execute();
    await change.record({ kind: 'rota.changed', itemId: before.id, body: { before } });
    return see(rotaHref(before.id), t('The rota is saved.'));
  },
});

/** Takes a rota off the list. What was until today stays known. */
export const endRota = action('/rotas/:rota/end', {
  ...common,
  page: rotaPage,
  input: z.object({}),
  async run(change) {
    const rota = await selectRota(change.tx, change.organisationId, change.params.rota!, true);
    if (rota.endedAt !== null) throw new Refused(t('It was ended meanwhile.'));
    await change.tx
      .updateTable('rota')
      .set({ ended_at: change.now })
      .where('owner_id', '=', change.organisationId)
      .where('id', '=', rota.id)
      .execute();
    await change.record({ kind: 'rota.ended', itemId: rota.id, tell: true });
    return see(
      rotasPath,
      t('The rota “{name}” is ended.', { name: rota.name }),
      rotaHref(rota.id, 'restore'),
    );
  },
});

export const restoreRota = action('/rotas/:rota/restore', {
  ...common,
  page: rotaPage,
  input: z.object({}),
  async run(change) {
    const rota = await selectRota(change.tx, change.organisationId, change.params.rota!, true);
    if (rota.endedAt === null) throw new Refused(t('It stands already.'));
    await change.tx
      .updateTable('rota')
      .set({ ended_at: null })
      .where('owner_id', '=', change.organisationId)
      .where('id', '=', rota.id)
      .execute();
    await change.record({ kind: 'rota.restored', itemId: rota.id, tell: true });
    return see(rotaHref(rota.id), t('The rota stands again.'));
  },
});
