import type { Feature } from '#platform/http/route.ts';
import { signInPage } from './sign-in.page.ts';
import { signInAction } from './sign-in.action.ts';
import { signOutAction } from './sign-out.action.ts';

export { keepSignedIn } from './session-cookie.ts';

/** Coming in and going out. */
export const signIn: Feature = {
  name: 'sign-in',
  routes: [signInPage, signInAction, signOutAction],
};
