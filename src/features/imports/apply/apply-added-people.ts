import { sql } from 'kysely';
import { record } from '#platform/audit/record.ts';
import { transaction } from '#platform/db/transaction.ts';
import {
  addEmails,
  insertAppointments,
  insertMembers,
  insertPeople,
  type NewEmail,
  parentRole,
} from '#features/people/index.ts';
import type { RosterPerson } from '../read/index.ts';
import { type Applying, batches, link, organisationsOf, reserve } from './context.ts';
import { upsertRecords } from './member-records.ts';

/** What lists call a carer who also works here. */
export const roleHere = (role: string): string => (role === 'parent' ? parentRole : role);

/** The names of a person as the people's room keeps them. */
export const namesOf = ({
  givenName,
  familyName,
  preferredName,
}: Pick<RosterPerson, 'givenName' | 'familyName' | 'preferredName'>) => ({
  givenName,
  familyName,
  calledName: preferredName === undefined ? undefined : [preferredName, familyName].filter(Boolean).join(' '),
});

export const emailsOf = (person: RosterPerson, personId: string, givenBy: string): NewEmail[] =>
  person.emails.map(({ address, use }) => ({
    personId,
    address,
    kind: use === 'school' ? 'work' : 'personal',
    givenBy,
    confirmedAt: null,
  }));

/**
 * Brings new people in, some hundreds at a time: their ids, then themselves, then what they are in each
 * organisation. Whoever has no membership yet is new when it is planned again, and gets the same id.
 */
export async function applyAddedPeople(applying: Applying): Promise<void> {
  await link(applying, 'person', applying.plan.people.linked);
  for (const { key, id } of applying.plan.people.linked) applying.personIds.set(key, id);
  for (const batch of batches(applying.plan.people.added, 400)) {
    const ids = await reserve(
      applying,
      'person',
      batch.map(({ key }) => key),
    );
    for (const [key, id] of ids) applying.personIds.set(key, id);
    const people = batch.map((person) => ({ ...person, id: ids.get(person.key)! }));
    await writePeople(applying, people);
    const placed = people.flatMap((person) =>
      organisationsOf(applying, person.organisationKeys).map((owner) => ({ owner, person })),
    );
    for (const [owner, all] of Map.groupBy(placed, (each) => each.owner))
      await join(
        applying,
        owner,
        all.map(({ person }) => person),
      );
    await applying.done(batch.length);
  }
}

type Placed = RosterPerson & { id: string };

async function writePeople({ db, now, notes, run }: Applying, people: readonly Placed[]): Promise<void> {
  await transaction(db, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select p.id from person p where p.id = any(${people.map(({ id }) => id)}::uuid[])`.execute(tx);
    const there = new Set(rows.map(({ id }) => id));
    const fresh = people.filter(({ id }) => !there.has(id));
    await insertPeople(
      tx,
      fresh.map((person) => ({ id: person.id, ...namesOf(person) })),
      now,
    );
    const { taken } = await addEmails(
      tx,
      people.flatMap((person) => emailsOf(person, person.id, run.ownerId)),
      now,
    );
    for (const { address } of taken) notes.push(`The address ${address} was taken meanwhile and left out.`);
  });
}

/** Makes people members of one organisation, with the roles that the files state outright. */
export async function join(applying: Applying, ownerId: string, people: readonly Placed[]): Promise<void> {
  const { db, now, today, actorId, run } = applying;
  await transaction(db, async (tx) => {
    await insertMembers(
      tx,
      ownerId,
      people.map((person) => ({
        ...namesOf(person),
        personId: person.id,
        kind: person.kind,
        jobTitle: person.jobTitle,
        yearLabel: person.yearLabel,
        pupilNumber: person.admissionNumber,
        staffCode: person.staffCode,
        startsOn: person.startsOn,
        endsOn: person.endsOn,
      })),
      now,
    );
    await insertAppointments(
      tx,
      ownerId,
      people.flatMap((person) =>
        person.roles.map((role) => ({
          personId: person.id,
          role: roleHere(role),
          startsOn: person.startsOn ?? today,
          appointedBy: null,
        })),
      ),
      now,
    );
    await upsertRecords(tx, ownerId, people, now);
    const body = { runId: run.id, personIds: people.map(({ id }) => id) };
    await record(
      tx,
      actorId,
      { ownerId, kind: 'import.people-joined', itemId: run.id, body, tell: true },
      now,
    );
  });
}
