import { z } from 'zod';
import { insertItem } from '#platform/access/items.ts';
import { Refused, Stale } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { line, optionalId, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { addressOf, openStartingPoints } from './open-starting-points.ts';
import { startingPointsPolicy } from './starting-points.policy.ts';
import { readTexts, textsInWords } from './starting-points-form.ts';
import {
  insertStartingPoints,
  selectStartingPoints,
  type StartingPoints,
  updateStartingPoints,
  type Written,
} from './starting-points.queries.ts';
import { editStartingPointsPage, newStartingPointsPage } from './write-starting-points.page.ts';

const fields = { title: line('Write what you call it.', 120), programme: optionalId() };

/** Writes one's own starting points: private until shared. */
export const addStartingPoints = action('/my-learning/starting-points', {
  purpose: 'learning',
  access: 'signed-in',
  input: z.looseObject(fields),
  page: newStartingPointsPage,
  async run(change, sent) {
    const { tx, who, now } = change;
    const written = writtenFrom(change, sent, null);
    const id = await insertItem(
      tx,
      { ownerId: who.personId, policy: startingPointsPolicy, authorId: who.personId },
      now,
    );
    const row = { ...written, ownerId: who.personId, id, organisationId: change.organisationId };
    await insertStartingPoints(tx, row, now);
    await change.record({ ownerId: who.personId, kind: 'starting-points.written', itemId: id });
    return see(
      addressOf({ ownerId: who.personId, id }),
      t('Your starting points are saved. Only you can see them.'),
    );
  },
});

/** Saves a new version. Throws `Stale` when it was saved elsewhere meanwhile, as on another device. */
export const saveStartingPoints = action('/starting-points/:person/:id/edit', {
  purpose: 'learning',
  access: startingPointsPolicy,
  input: z.looseObject({ ...fields, version: version() }),
  page: editStartingPointsPage,
  async run(change, sent) {
    const item = await openStartingPoints(change, 'change');
    const select = () => selectStartingPoints(change.tx, change.who, item.ownerId, item.id, change.now);
    const before = await select();
    const written = writtenFrom(change, sent, before.programmeId);
    const shown = { version: sent.version, before };
    if (!(await updateStartingPoints(change.tx, item.ownerId, item.id, shown, written, change.now)))
      throw staleFor(await select(), item.ownerId);
    await change.record({
      ownerId: item.ownerId,
      kind: 'starting-points.changed',
      itemId: item.id,
      body: { organisationId: change.organisationId },
      tell: true,
    });
    return see(addressOf(item), t('Saved.'));
  },
});

/** What was sent, with a programme that the person is in (or that it was for already). Throws `Refused`. */
function writtenFrom(
  change: Change,
  sent: Record<string, unknown> & { title: string; programme: string | null },
  before: string | null,
): Written {
  const { title, programme } = sent;
  if (programme && programme !== before && !change.who.isIn(programme))
    throw new Refused({ programme: t('Choose a programme you are in.') });
  return { title, programmeId: programme, texts: readTexts(sent) };
}

const staleFor = (current: StartingPoints, writerId: string): Stale =>
  new Stale({
    version: current.version,
    writerId,
    writtenBy: current.author,
    writtenAt: current.updatedAt,
    fields: [
      { name: 'title', label: t('What you call it'), text: current.title },
      ...textsInWords(current.texts),
    ],
  });
