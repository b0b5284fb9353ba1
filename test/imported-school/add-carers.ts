import { idFrom } from '#platform/db/ids.ts';
import { givenNames } from '#seeds/names.ts';
import { Chance } from '#seeds/random.ts';
import { addRows, type Bundle, type Row, rowsOf, withRows } from './bundle.ts';

/** Of two pupils of one family name at one school, so many are brother and sister. */
const siblings = 0.5;

/**
 * Gives every pupil of a bundle carers, which its generator has none of: one in six a single parent, one in eight a
 * third who is a grandparent, one in ten a carer with another name who lives elsewhere. Pupils of one name may be of
 * one family. The same bundle gets the same people.
 */
export function addCarers(bundle: Bundle): Bundle {
  const chance = new Chance(41);
  const users = rowsOf(bundle, 'users.csv');
  const carers: Row[] = [];
  const families = new Map<string, string[]>();
  const ofPupil = new Map<string, string[]>();
  for (const pupil of users.filter(({ role }) => role === 'student')) {
    const home = `${pupil.orgSourcedIds} ${pupil.familyName}`;
    const known = families.get(home);
    const theirs = known && chance.happens(siblings) ? known : familyOf(pupil, carers, chance);
    families.set(home, theirs);
    ofPupil.set(pupil.sourcedId!, theirs);
  }
  return addRows(
    withRows(
      bundle,
      'users.csv',
      users.map((row) => ({ ...row, agentSourcedIds: (ofPupil.get(row.sourcedId!) ?? []).join(',') })),
    ),
    'users.csv',
    carers,
  );
}

/** Makes the grown-ups of one child; answers their ids. */
function familyOf(pupil: Row, carers: Row[], chance: Chance): string[] {
  const made: string[] = [];
  const add = (role: string, familyName: string) => {
    const id = idFrom(`carer ${carers.length} of ${pupil.sourcedId}`);
    const givenName = chance.pick(givenNames);
    made.push(id);
    carers.push({
      sourcedId: id,
      status: 'active',
      enabledUser: 'true',
      orgSourcedIds: pupil.orgSourcedIds!,
      role,
      username: `carer${carers.length}`,
      givenName,
      familyName,
      // One in five has no address; the school invites them by a printed link.
      email: chance.happens(0.8) ? `carer${carers.length}@home.example` : '',
    });
  };
  const elsewhere = chance.happens(0.1);
  add('parent', pupil.familyName!);
  if (!chance.happens(1 / 6))
    add('parent', elsewhere ? chance.pick(['Okafor', 'Haddad', 'Nowak', 'Llewelyn']) : pupil.familyName!);
  if (chance.happens(1 / 8)) add('guardian', pupil.familyName!);
  return made;
}
