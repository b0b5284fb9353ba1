import { z } from 'zod';
import { newId } from '#platform/db/ids.ts';
import { Refused, Stale } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { formatNumber, t } from '#platform/i18n/i18n.ts';
import { sheetHref } from './addresses.ts';
import { groupPolicy } from './evaluation.policy.ts';
import { missingWords } from './group.ts';
import { type Moment, momentWords } from './moments.ts';
import { openGroup, type OpenedGroup } from './open-group.ts';
import {
  columnField,
  differs,
  missingField,
  openCells,
  readSheet,
  type SheetCell,
  storedAt,
  storedCells,
} from './sheet.ts';
import { momentAt, sheetPage } from './sheet.page.ts';

/**
 * Saves the figures of a group at one moment. A figure that is corrected keeps what stood there before, with who
 * wrote it and when. "Save and hand in" lets them stand in the report: then each needs a figure or a reason.
 * Throws `Stale` when a figure of this sheet was written since it was opened.
 */
export const saveSheet = action('/programmes/:programme/evaluation/groups/:group/figures/:moment', {
  purpose: 'evaluation',
  access: groupPolicy,
  page: sheetPage,
  input: z.looseObject({ version: version(), then: z.string().optional() }),
  async run(change, sent) {
    const moment = momentAt(change);
    const opened = await openGroup(change, 'enter');
    const { group, measures, programme } = opened;
    if ((group.revisions[moment] ?? 0) !== sent.version) throw await stale(change, opened, moment);
    const cells = readSheet(sent, group, measures);
    const handIn = sent.then === 'hand-in';
    if (handIn || group.handedIn.includes(moment)) refuseOpenCells(cells);
    const changed = cells.filter((cell) =>
      differs(cell, storedAt(group, cell.measure, cell.subject, moment)),
    );
    await writeCells(change, opened, moment, changed);
    if (handIn) await markHandedIn(change, opened, moment);
    await change.record({
      kind: handIn ? 'evaluation.figures-handed-in' : 'evaluation.figures-entered',
      itemId: group.id,
      body: { evaluationId: opened.evaluation.id, moment, figures: changed.length },
      tell: handIn,
    });
    return see(
      sheetHref(programme, group, moment),
      handIn ? t('Handed in. These figures may now stand in the report.') : t('The figures are saved.'),
      handIn ? `${sheetHref(programme, group, moment)}/take-back` : undefined,
    );
  },
});

/** The figures leave the report again. */
export const takeBackSheet = action(
  '/programmes/:programme/evaluation/groups/:group/figures/:moment/take-back',
  {
    purpose: 'evaluation',
    access: groupPolicy,
    input: z.object({}),
    async run(change) {
      const moment = momentAt(change);
      const { group, programme, evaluation, item } = await openGroup(change, 'enter');
      await change.tx
        .deleteFrom('evaluation_handed_in')
        .where('owner_id', '=', item.ownerId)
        .where('group_id', '=', group.id)
        .where('moment', '=', moment)
        .execute();
      await change.record({
        kind: 'evaluation.figures-taken-back',
        itemId: group.id,
        body: { evaluationId: evaluation.id, moment },
        tell: true,
      });
      return see(
        sheetHref(programme, group, moment),
        t('Taken back. Figures of {moment} are out of the report until you hand them in again.', {
          moment: momentWords(moment),
        }),
      );
    },
  },
);

function refuseOpenCells(cells: readonly SheetCell[]): void {
  const open = openCells(cells);
  if (open.length === 0) return;
  throw new Refused(
    Object.fromEntries(
      open.map(({ measure, subject }) => [
        missingField(measure, subject),
        t('Write a figure for {who}, or say why there is none.', { who: subject.label }),
      ]),
    ),
  );
}

async function writeCells(
  change: Change,
  { group, evaluation, item }: OpenedGroup,
  moment: Moment,
  cells: readonly SheetCell[],
): Promise<void> {
  const { tx, now, who } = change;
  for (const [measureId, of] of Map.groupBy(cells, (cell) => cell.measure.id))
    await tx
      .updateTable('evaluation_value')
      .set({ ended_at: now })
      .where('owner_id', '=', item.ownerId)
      .where('measure_id', '=', measureId)
      .where(
        'subject_id',
        'in',
        of.map(({ subject }) => subject.id),
      )
      .where('moment', '=', moment)
      .where('ended_at', 'is', null)
      .execute();
  const written = cells.filter((cell) => cell.value !== null || cell.missing !== null);
  if (written.length === 0) return;
  await tx
    .insertInto('evaluation_value')
    .values(
      written.map((cell) => ({
        owner_id: item.ownerId,
        id: newId(now),
        evaluation_id: evaluation.id,
        group_id: group.id,
        measure_id: cell.measure.id,
        subject_id: cell.subject.id,
        moment,
        value: cell.value,
        missing: cell.missing,
        pupils: cell.pupils,
        entered_by: who.personId,
        entered_at: now,
        ended_at: null,
      })),
    )
    .execute();
}

const markHandedIn = (change: Change, { group, item }: OpenedGroup, moment: Moment) =>
  change.tx
    .insertInto('evaluation_handed_in')
    .values({
      owner_id: item.ownerId,
      group_id: group.id,
      moment,
      handed_in_by: change.who.personId,
      handed_in_at: change.now,
    })
    .onConflict((conflict) => conflict.columns(['owner_id', 'group_id', 'moment']).doNothing())
    .execute();

async function stale(change: Change, { group, measures, item }: OpenedGroup, moment: Moment): Promise<Stale> {
  const last = await change.tx
    .selectFrom('evaluation_value as v')
    .innerJoin('person as p', 'p.id', 'v.entered_by')
    .select(['p.id', 'p.name', 'v.entered_at as at'])
    .where('v.owner_id', '=', item.ownerId)
    .where('v.group_id', '=', group.id)
    .where('v.moment', '=', moment)
    .orderBy('v.entered_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  const cells = storedCells(group, measures, moment);
  return new Stale({
    version: group.revisions[moment] ?? 0,
    writerId: last?.id ?? null,
    writtenBy: last?.name ?? t('Somebody'),
    writtenAt: last?.at ?? change.now,
    fields: measures.map((measure) => ({
      name: columnField(measure),
      label: measure.title,
      text: cells
        .filter((cell) => cell.measure.id === measure.id)
        .map((cell) => `${cell.subject.label}: ${inWords(cell)}`)
        .join('\n'),
    })),
    ticks: group.handedIn.includes(moment)
      ? []
      : [{ name: 'then', label: t('Hand the figures in as well'), value: 'hand-in', ticked: false }],
  });
}

const inWords = ({ value, missing }: SheetCell): string =>
  value !== null ? formatNumber(value) : missing ? missingWords(missing) : t('Not written down yet');
