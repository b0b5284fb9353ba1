import { z } from 'zod';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import { version } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { codesPath } from '../addresses.ts';
import { registerKeepers } from '../registers.access.ts';
import { codeInput } from './code-fields.ts';
import { codePage } from './code.page.ts';
import { codeOfAddress, type CodeRow } from './code.queries.ts';
import { codeOf, listOf, presentCode } from './code.ts';
import { codesPage } from './codes.page.ts';
import { keepCodes, selectCodes } from './codes.queries.ts';

const access = roles(...registerKeepers);

/** Writes the codes of the country's list as the school's own, so that they can be changed. */
export const keepListCodes = action(`${codesPath}/keep`, {
  purpose: 'administration',
  access,
  input: z.object({}),
  async run(change) {
    const codes = await keepCodes(change);
    await change.record({ kind: 'attendance-code.kept', body: { codes: codes.length } });
    return see(codesPath, t('These codes are your school’s own now.'));
  },
});

export const addCode = action(codesPath, {
  purpose: 'administration',
  access,
  page: codesPage,
  input: z.object(codeInput),
  async run(change, { symbol, name, national, usual }) {
    const kept = await keepCodes(change);
    const list = kept[0]!.list;
    const meaning = meaningOf(list, national);
    await mustBeFree(change.tx, change.organisationId, symbol, null);
    const id = newId(change.now);
    await change.tx
      .insertInto('attendance_code')
      .values({
        owner_id: change.organisationId,
        id,
        symbol,
        name,
        list,
        national,
        category: meaning.category,
        usual,
        position: kept.length,
        version: 1,
        created_at: change.now,
        ended_at: null,
      })
      .execute();
    await change.record({ kind: 'attendance-code.added', body: { code: id } });
    return see(codesPath, t('The code {symbol} is added.', { symbol }), `${codesPath}/${id}/end`);
  },
});

/**
 * Saves a code. One that is made to stand for something else ends, and another of its name begins, so that what was
 * marked keeps its meaning. Throws `Stale`, with both texts.
 */
export const changeCode = action(`${codesPath}/:code`, {
  purpose: 'administration',
  access,
  page: codePage,
  input: z.object({ ...codeInput, version: version() }),
  async run(change, { version: shown, ...sent }) {
    const { tx, organisationId, now } = change;
    const code = await codeOfAddress(change);
    if (code.endedAt !== null) throw new Refused(t('This code is put away. Bring it back first.'));
    const meaning = meaningOf(code.list, sent.national);
    await mustBeFree(tx, organisationId, sent.symbol, code.id);
    if (sent.national !== code.national) await mustNotBeLastPresent(tx, organisationId, code);
    const of = { ownerId: organisationId, id: code.id };
    await keepText(tx, of, code.version, textOf(code), change.who.personId, now);
    const remapped = sent.national !== code.national;
    const { numUpdatedRows } = await tx
      .updateTable('attendance_code')
      .set({
        ...(remapped ? { ended_at: now } : { symbol: sent.symbol, name: sent.name, usual: sent.usual }),
        version: shown + 1,
      })
      .where('owner_id', '=', organisationId)
      .where('id', '=', code.id)
      .where('version', '=', shown)
      .executeTakeFirst();
    if (numUpdatedRows === 0n)
      await throwStale(tx, of, { version: code.version, fields: fieldsOf(code) }, now);
    const id = remapped ? newId(now) : code.id;
    if (remapped)
      await tx
        .insertInto('attendance_code')
        .values({
          owner_id: organisationId,
          id,
          ...sent,
          list: code.list,
          category: meaning.category,
          position: code.position,
          version: 1,
          created_at: now,
          ended_at: null,
        })
        .execute();
    await change.record({ kind: 'attendance-code.changed', body: { code: code.id, now: id } });
    return see(codesPath, t('The code {symbol} is saved.', { symbol: sent.symbol }));
  },
});

/** Puts a code away: it can no longer be chosen. What was marked keeps it. */
export const endCode = action(`${codesPath}/:code/end`, {
  purpose: 'administration',
  access,
  input: z.object({}),
  async run(change) {
    const code = await codeOfAddress(change);
    if (code.endedAt !== null) throw new Refused(t('This code is put away already.'));
    await mustNotBeLastPresent(change.tx, change.organisationId, code);
    await setEnded(change.tx, change.organisationId, code.id, change.now);
    await change.record({ kind: 'attendance-code.ended', body: { code: code.id } });
    return see(
      codesPath,
      t('The code {symbol} is put away.', { symbol: code.symbol }),
      `${codesPath}/${code.id}/restore`,
    );
  },
});

export const restoreCode = action(`${codesPath}/:code/restore`, {
  purpose: 'administration',
  access,
  input: z.object({}),
  async run(change) {
    const code = await codeOfAddress(change);
    if (code.endedAt === null) throw new Refused(t('This code is in use.'));
    await mustBeFree(change.tx, change.organisationId, code.symbol, code.id, '');
    await setEnded(change.tx, change.organisationId, code.id, null);
    await change.record({ kind: 'attendance-code.restored', body: { code: code.id } });
    return see(codesPath, t('The code {symbol} is back.', { symbol: code.symbol }));
  },
});

const setEnded = (tx: Db, owner: string, id: string, endedAt: Date | null): Promise<unknown> =>
  tx
    .updateTable('attendance_code')
    .set({ ended_at: endedAt })
    .where('owner_id', '=', owner)
    .where('id', '=', id)
    .execute();

function meaningOf(list: string, national: string) {
  const meaning = listOf(list)?.codes.find(({ symbol }) => symbol === national);
  if (!meaning) throw new Refused({ national: t('Choose what it stands for from the list.') });
  return meaning;
}

/** Two codes that differ only in small and capital letters could not be told apart by whoever types them. */
async function mustBeFree(
  tx: Db,
  owner: string,
  symbol: string,
  but: string | null,
  field = 'symbol',
): Promise<void> {
  const taken = (await selectCodes(tx, owner)).some(
    (code) => code.id !== but && code.symbol.toUpperCase() === symbol.toUpperCase(),
  );
  if (taken) throw new Refused({ [field]: t('There is a code {symbol} already.', { symbol }) });
}

/** Registers begin with everybody present, so each half of the day keeps a code for that. */
async function mustNotBeLastPresent(tx: Db, owner: string, code: CodeRow): Promise<void> {
  const others = (await selectCodes(tx, owner)).filter(({ id }) => id !== code.id);
  const isPresent = codeOf(code).category === 'present';
  if (isPresent && (!presentCode(others, 'am') || !presentCode(others, 'pm')))
    throw new Refused(t('A register begins with everybody here, so this code is needed. You can rename it.'));
}

const textOf = ({ symbol, name, national }: CodeRow) => ({ symbol, name, national });
const fieldsOf = ({ symbol, name }: CodeRow) => [
  { name: 'symbol', label: t('Code'), text: symbol },
  { name: 'name', label: t('Name'), text: name },
];
