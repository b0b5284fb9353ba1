import { z } from 'zod';
import { checkPassword } from '#platform/auth/passwords.ts';
import { failed, few, many, mayTry, succeeded } from '#platform/auth/throttle.ts';
import { Refused } from '#platform/errors.ts';
import { email } from '#platform/http/input.ts';
import { publicAction } from '#platform/http/route.ts';
import { chooseSchoolAddress } from './schools.ts';
import { selectAccount } from './sign-in.queries.ts';
import { keepSignedIn, safeNext } from './session-cookie.ts';
import { signInPage } from './sign-in.page.ts';

/**
 * Signs in by any of one's addresses and the password. A wrong address and a wrong password are
 * answered alike and take as long, so that nobody learns who has an account.
 */
export const signInAction = publicAction('/sign-in', {
  purpose: 'administration',
  input: z.object({
    email: email(),
    password: z.string().min(1, 'Write your password.').max(500),
    then: z.string().default('/'),
  }),
  page: signInPage,

  async run(arrival, input) {
    const mine = few(`address ${input.email}`);
    const keys = [mine, many(`from ${arrival.ip}`)];
    await mayTry(arrival.db, keys, arrival.now);
    const account = await selectAccount(arrival.db, input.email);
    const right = await checkPassword(account?.passwordHash, input.password);
    if (!right || !account) {
      await failed(arrival.db, keys, arrival.now);
      throw new Refused(
        'This address and password do not belong together. Check both, or ask for a new password below.',
      );
    }
    await succeeded(arrival.db, mine);
    const then = safeNext(input.then);
    const to = account.hasOthers ? chooseSchoolAddress(then) : then;
    return keepSignedIn(arrival, account.personId, account.organisationId, to);
  },
});
