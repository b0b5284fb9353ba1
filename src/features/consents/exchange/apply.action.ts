import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { wrongDays } from '../answer-fields.ts';
import { consentsPath, undoHref } from '../consent.ts';
import { consentKeepers } from '../consents.access.ts';
import { lockPupils } from '../insert-consents.ts';
import { keyOf, recordConsents } from '../record-consents.ts';
import { markOf, readConfirmed } from './confirmed.ts';
import { selectExisting } from './existing.queries.ts';
import { importPage, importPath } from './import.page.ts';

/**
 * Writes down what was looked at: all of it, or nothing where something else was written down for one of these pupils
 * meanwhile.
 */
export const applyImport = action(`${importPath}/apply`, {
  purpose: 'administration',
  access: roles(...consentKeepers),
  page: importPage,
  input: z.object({ answers: z.string() }),
  async run(change, input) {
    const confirmed = readConfirmed(input.answers);
    if (!confirmed) throw new Refused(readAgain());
    const { tx, organisationId, today } = change;
    await lockPupils(
      tx,
      organisationId,
      confirmed.map(({ personId }) => personId),
    );
    const { zone } = change.who.standing.organisation;
    const { pupils, standing } = await selectExisting(tx, organisationId, { today, zone });
    const here = new Set(pupils.map(({ personId }) => personId));
    const stands = new Map(standing.map((each) => [keyOf(each), each]));
    const once = new Set(confirmed.map(keyOf));
    const same = confirmed.every(
      (each) =>
        here.has(each.personId) &&
        markOf(stands.get(keyOf(each))) === each.before &&
        (each.answer === 'refused' || each.until !== null) &&
        Object.keys(wrongDays({ on: each.givenOn, until: each.until }, today)).length === 0,
    );
    if (!same || once.size < confirmed.length) throw new Refused(readAgain());
    const { batchId } = await recordConsents(change, confirmed);
    return see(
      consentsPath,
      tn(confirmed.length, '{n} answer is written down.', '{n} answers are written down.'),
      undoHref(batchId),
    );
  },
});

const readAgain = (): string =>
  t('Something was written down for these pupils meanwhile, so nothing of the list was. Read it again.');
