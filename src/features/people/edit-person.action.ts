import { z } from 'zod';
import { standingsChanged } from '#platform/access/standing.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { editPersonPage } from './edit-person.page.ts';
import { addEmail } from './emails.ts';
import { mayHandOver } from './hand-over.ts';
import { updateNames } from './insert-people.ts';
import { wholeName } from './names.ts';
import { namesOf, personInputs } from './person-fields.ts';
import { personOf } from './person.page.ts';
import type { Person } from './person.queries.ts';
import { administrators } from './roles.ts';

/** Puts names and details right. Addresses only as long as there is no account: they lead into it. */
export const editPerson = action('/people/:person/edit', {
  purpose: 'administration',
  access: roles(...administrators),
  page: editPersonPage,
  input: z.object(personInputs),
  async run(change, input) {
    const person = await personOf(change);
    const names = namesOf(input);
    await updateNames(change.tx, person.personId, names, [change.organisationId]);
    await change.tx
      .updateTable('member')
      .set({
        job_title: input.job || null,
        year_label: person.kind === 'pupil' ? input.year || null : person.yearLabel,
        comes_from: person.kind === 'guest' ? input.from || null : person.comesFrom,
      })
      .where('owner_id', '=', change.organisationId)
      .where('person_id', '=', person.personId)
      .execute();
    // What is for a year group is for whoever is in it now.
    await standingsChanged(change.tx, change.organisationId);
    if (!person.hasAccount) await replaceAddress(change, person, input.email);
    await change.record({ kind: 'person.changed', itemId: person.personId });
    return see(`/people/${person.personId}`, t('{name} is saved.', { name: wholeName(names) }));
  },
});

async function replaceAddress(change: Change, person: Person, address: string | null): Promise<void> {
  if (address === (person.schoolEmails[0] ?? null)) return;
  if (!mayHandOver(change.who, person))
    throw new Refused({
      email:
        'Because of the role this person has, only an administrator or the head changes where their invitation goes.',
    });
  if (person.schoolEmails[0])
    await change.tx
      .deleteFrom('person_email')
      .where('person_id', '=', person.personId)
      .where('address', '=', person.schoolEmails[0])
      .execute();
  if (!address) return;
  const email = {
    personId: person.personId,
    address,
    kind: person.kind === 'guest' ? ('personal' as const) : ('work' as const),
    givenBy: change.organisationId,
    confirmedAt: null,
  };
  if ((await addEmail(change.tx, email, change.now)) === 'taken')
    throw new Refused({ email: 'Somebody else has this address already.' });
}
