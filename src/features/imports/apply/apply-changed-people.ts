import { standingsChanged } from '#platform/access/standing.ts';
import { record, recordAll } from '#platform/audit/record.ts';
import { transaction, type Tx } from '#platform/db/transaction.ts';
import { addEmails, appoint, sortName, updateNames } from '#features/people/index.ts';
import type { Change, FieldChange } from '../plan/index.ts';
import type { RosterPerson } from '../read/index.ts';
import { emailsOf, join, namesOf, roleHere } from './apply-added-people.ts';
import { leave } from './apply-ended-people.ts';
import { type Applying, batches } from './context.ts';
import { upsertRecords } from './member-records.ts';

type PersonChange = Change<RosterPerson>;

const nameFields = ['givenName', 'familyName', 'preferredName'];
const memberColumns: Readonly<
  Record<
    string,
    'kind' | 'job_title' | 'year_label' | 'pupil_number' | 'staff_code' | 'starts_on' | 'ends_on'
  >
> = {
  kind: 'kind',
  jobTitle: 'job_title',
  yearLabel: 'year_label',
  admissionNumber: 'pupil_number',
  staffCode: 'staff_code',
  startsOn: 'starts_on',
  endsOn: 'ends_on',
};
const recordFields = ['upn', 'payrollNumber', 'dateOfBirth', 'grades'];

/** Writes what changes about people who are here, and about those who are here again. */
export async function applyChangedPeople(applying: Applying): Promise<void> {
  for (const batch of batches(applying.plan.people.changed, 200)) {
    await writeNames(applying, batch);
    await move(applying, batch);
    const placed = batch.flatMap((change) => staysIn(applying, change).map((owner) => ({ owner, change })));
    for (const [owner, all] of Map.groupBy(placed, (each) => each.owner))
      await writeMembers(
        applying,
        owner,
        all.map(({ change }) => change),
      );
    await applying.done(batch.length);
  }
}

const touches = (fields: readonly FieldChange[], names: readonly string[]): boolean =>
  fields.some(({ field }) => names.includes(field));

/** The names as they will stand: a preferred name is kept, whatever the files say of the others. */
function namesAfter({ have }: Applying, { id, item, fields }: PersonChange) {
  const ours = have.roster.people.find((each) => each.id === id)!;
  const after = (field: 'givenName' | 'familyName' | 'preferredName'): string | undefined => {
    const change = fields.find((each) => each.field === field);
    return change === undefined ? ours[field] : (change.after as string);
  };
  const preferredName = after('preferredName');
  return namesOf({
    ...item,
    givenName: after('givenName') ?? '',
    familyName: after('familyName') ?? '',
    ...(preferredName === undefined ? {} : { preferredName }),
  });
}

async function writeNames(applying: Applying, batch: readonly PersonChange[]): Promise<void> {
  const { db, now, notes, run } = applying;
  const renamed = batch.filter(({ fields }) => touches(fields, nameFields));
  const written = batch.filter(({ fields }) => touches(fields, ['emails']));
  if (renamed.length + written.length === 0) return;
  await transaction(db, async (tx) => {
    for (const change of renamed) await updateNames(tx, change.id, namesAfter(applying, change), []);
    const { taken } = await addEmails(
      tx,
      written.flatMap((change) => freeEmails(change, run.ownerId)),
      now,
    );
    for (const { address } of taken) notes.push(`The address ${address} was taken meanwhile and left out.`);
  });
}

/** The addresses that the plan lets through, which are fewer than the file's when one is somebody else's. */
function freeEmails({ id, item, fields }: PersonChange, givenBy: string) {
  const change = fields.find(({ field }) => field === 'emails');
  const before = (change?.before ?? []) as readonly string[];
  const after = (change?.after ?? []) as readonly string[];
  return emailsOf(item, id, givenBy).filter(
    ({ address }) => after.includes(address) && !before.includes(address),
  );
}

/** Organisations left and joined. `organisations` carries the keys of the files. */
async function move(applying: Applying, batch: readonly PersonChange[]): Promise<void> {
  const { organisationIds, have, today } = applying;
  const idsOf = (keys: unknown): string[] =>
    ((keys ?? []) as readonly string[]).flatMap((key) => organisationIds.get(key) ?? []);
  const joining: { owner: string; person: RosterPerson & { id: string } }[] = [];
  const leaving: { owner: string; id: string }[] = [];
  for (const { id, item, fields } of batch) {
    const change = fields.find(({ field }) => field === 'organisations');
    if (change === undefined) continue;
    const [before, after] = [idsOf(change.before), idsOf(change.after)];
    for (const owner of after)
      if (!have.organisationsOf.get(id)?.includes(owner)) joining.push({ owner, person: { ...item, id } });
    for (const owner of before) if (!after.includes(owner)) leaving.push({ owner, id });
  }
  for (const [owner, all] of Map.groupBy(joining, (each) => each.owner))
    await join(
      applying,
      owner,
      all.map(({ person }) => person),
    );
  for (const [owner, all] of Map.groupBy(leaving, (each) => each.owner))
    await leave(
      applying,
      owner,
      all.map(({ id }) => id),
      today,
    );
}

/** The organisations in which somebody was before and still is. */
function staysIn({ organisationIds, have }: Applying, { id, fields }: PersonChange): string[] {
  const change = fields.find(({ field }) => field === 'organisations');
  const owners = have.organisationsOf.get(id) ?? [];
  if (change === undefined) return [...owners];
  const after = new Set((change.after as readonly string[]).map((key) => organisationIds.get(key)));
  const left = new Set(
    (change.before as readonly string[])
      .map((key) => organisationIds.get(key))
      .filter((each) => !after.has(each)),
  );
  return owners.filter((owner) => !left.has(owner));
}

async function writeMembers(
  applying: Applying,
  ownerId: string,
  all: readonly PersonChange[],
): Promise<void> {
  const { db, now, actorId, run } = applying;
  const back = all.filter(({ fields }) => touches(fields, ['ended']));
  await transaction(db, async (tx) => {
    for (const change of all) await writeMember(applying, tx, ownerId, change);
    await standingsChanged(tx, ownerId);
    await upsertRecords(
      tx,
      ownerId,
      all.filter(({ fields }) => touches(fields, recordFields)).map(({ id, item }) => ({ ...item, id })),
      now,
    );
    const changed = all.map(({ id, fields }) => ({
      kind: 'person.changed',
      itemId: id,
      body: { runId: run.id, fields: fields.map(({ field }) => field) },
    }));
    await recordAll(tx, actorId, ownerId, changed, now);
    for (const { id } of back)
      await recordAll(
        tx,
        actorId,
        ownerId,
        [{ kind: 'member.returned', itemId: id, body: { personId: id } }],
        now,
      );
    if (back.length > 0)
      await record(
        tx,
        actorId,
        {
          ownerId,
          kind: 'import.people-joined',
          itemId: run.id,
          body: { runId: run.id, personIds: back.map(({ id }) => id) },
          tell: true,
        },
        now,
      );
  });
}

async function writeMember(applying: Applying, tx: Tx, ownerId: string, change: PersonChange): Promise<void> {
  const { now, today } = applying;
  const { id, fields } = change;
  const columns: Record<string, unknown> = {};
  for (const { field, after } of fields) {
    const column = memberColumns[field];
    if (column) columns[column] = after ?? null;
    if (field === 'ended') columns.ended_at = null;
  }
  if (touches(fields, nameFields)) columns.sort_name = sortName(namesAfter(applying, change));
  if (Object.keys(columns).length > 0)
    await tx
      .updateTable('member')
      .set(columns)
      .where('owner_id', '=', ownerId)
      .where('person_id', '=', id)
      .execute();
  const roles = fields.find(({ field }) => field === 'roles');
  if (roles === undefined) return;
  const before = (roles.before ?? []) as readonly string[];
  const added = (roles.after as readonly string[]).filter((role) => !before.includes(role)).map(roleHere);
  await appoint(tx, ownerId, { personId: id, roles: added, startsOn: today, appointedBy: null }, now);
}
