import { timingSafeEqual } from 'node:crypto';
import { record } from '#platform/audit/record.ts';
import { hashPassword } from '#platform/auth/passwords.ts';
import { hashSecret } from '#platform/auth/secrets.ts';
import { failed, few, many, mayTry } from '#platform/auth/throttle.ts';
import { today } from '#platform/calendar/dates.ts';
import type { Db } from '#platform/db/database.ts';
import { transaction } from '#platform/db/transaction.ts';
import { Refused } from '#platform/errors.ts';
import type { Arrival } from '#platform/http/context.ts';
import { publicAction, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import {
  insertClosures,
  insertOrganisation,
  insertTerms,
  selectHasOrganisation,
} from '#features/organisation/index.ts';
import { addEmail, affiliate, appoint, insertMember, insertPerson, role } from '#features/people/index.ts';
import { askToConfirm, keepSignedIn, updatePassword } from '#features/sign-in/index.ts';
import { datesOf } from './setup-dates.ts';
import { setupInput, type SetupInput } from './setup.input.ts';
import { setupPage } from './setup.page.ts';
import { oneSetupAtATime } from './setup.queries.ts';
import { wrongSetup } from './wrong-setup.ts';

/** Makes the school and its first administrator, and signs them in. Possible once in the life of an installation. */
export const setupAction = publicAction('/setup', {
  purpose: 'administration',
  input: setupInput,
  page: setupPage,
  alsoWrong: (_arrival, sent) => wrongSetup(sent),

  async run(arrival, input) {
    if (await selectHasOrganisation(arrival.db)) return see('/sign-in');
    await mustKnowCode(arrival, input.code);
    const wrong = wrongSetup(input);
    if (Object.keys(wrong).length > 0) throw new Refused(wrong);
    const dates = datesOf(input);
    const passwordHash = await hashPassword(input.password);
    const made = await transaction(arrival.db, (tx) => setUp(tx, input, dates, passwordHash, arrival.now));
    if (!made) return see('/sign-in');
    return keepSignedIn(
      arrival,
      made.personId,
      made.organisationId,
      '/school',
      t('{school} is set up. Here is what to do next.', { school: input.school }),
    );
  },
});

/**
 * The copied rows, the person's and the organisation's, in one transaction: nobody else is there yet
 * who could see half of it, and half a set-up would leave a school without anybody to run it.
 */
async function setUp(
  tx: Db,
  input: SetupInput,
  dates: ReturnType<typeof datesOf>,
  passwordHash: string,
  now: Date,
): Promise<{ personId: string; organisationId: string } | null> {
  await oneSetupAtATime(tx);
  if (await selectHasOrganisation(tx)) return null;
  const names = { givenName: input.given, familyName: input.family };
  const personId = await insertPerson(tx, names, now);
  await updatePassword(tx, personId, passwordHash, now);
  const { id: organisationId } = await insertOrganisation(
    tx,
    {
      kind: input.kind,
      name: input.school,
      timeZone: input.zone,
      locale: input.language,
      currency: input.currency,
    },
    now,
  );
  const email = { personId, address: input.email, kind: 'work' as const, givenBy: organisationId };
  await addEmail(tx, { ...email, confirmedAt: now }, now);
  await affiliate(tx, [personId], organisationId, now);
  await insertMember(tx, organisationId, { ...names, personId, kind: 'staff' }, now);
  const roles = [
    role.administrator,
    ...(input.head ? [role.head] : []),
    ...(input.cpd ? [role.cpdLeader] : []),
  ];
  await appoint(
    tx,
    organisationId,
    { personId, roles, startsOn: today(now, input.zone), appointedBy: personId },
    now,
  );
  await insertTerms(tx, organisationId, dates.terms, now);
  await insertClosures(tx, organisationId, dates.closures, now);
  if (input.personal && input.personal !== input.email)
    await askToConfirm(tx, { personId, organisationId, address: input.personal }, now);
  await record(
    tx,
    personId,
    { ownerId: organisationId, kind: 'school.set-up', itemId: personId, body: { roles } },
    now,
  );
  return { personId, organisationId };
}

/** Each wrong number counts for whoever sent it, and for everybody, so that many cannot guess together. */
async function mustKnowCode(arrival: Arrival, given: string): Promise<void> {
  const code = arrival.services.setupCode;
  if (code === null) return;
  const keys = [few(`set-up number, ${arrival.ip}`), many('set-up number')];
  await mayTry(arrival.db, keys, arrival.now);
  const [right, sent] = [code, given].map((each) => Buffer.from(hashSecret(each))) as [Buffer, Buffer];
  if (timingSafeEqual(right, sent)) return;
  await failed(arrival.db, keys, arrival.now);
  throw new Refused({
    code: 'This is not the number that the server showed. Look where Staffroom was started.',
  });
}
