import type { Feature } from '#platform/http/feature.ts';
import { accountLetters } from './account-mail.ts';
import { chooseSchoolAction } from './choose-school.action.ts';
import { chooseSchoolPage } from './choose-school.page.ts';
import { confirmAction } from './confirm.action.ts';
import { confirmPage } from './confirm.page.ts';
import { forgottenAction } from './forgotten.action.ts';
import { forgottenPage } from './forgotten.page.ts';
import { resetAction } from './reset.action.ts';
import { resetPage } from './reset.page.ts';
import { signInAction } from './sign-in.action.ts';
import { signInPage } from './sign-in.page.ts';
import { signOutAction } from './sign-out.action.ts';
import { welcomeAction } from './welcome.action.ts';
import { welcomePage } from './welcome.page.ts';

export { updatePassword } from './account.queries.ts';
export { askToConfirm } from './ask-to-confirm.ts';
export { type LinkKind, makeLink, selectWaitingAddresses } from './links.ts';
export { mustBeGood, newPassword } from './new-password.ts';
export { chooseSchoolAddress, type OwnSchool, selectOwnSchools } from './schools.ts';
export { keepSignedIn } from './session-cookie.ts';

/** Coming in and going out: passwords, and the links by which an account is opened, reached again or proved. */
export const signIn: Feature = {
  name: 'sign-in',
  routes: [
    signInPage,
    signInAction,
    signOutAction,
    chooseSchoolPage,
    chooseSchoolAction,
    welcomePage,
    welcomeAction,
    forgottenPage,
    forgottenAction,
    resetPage,
    resetAction,
    confirmPage,
    confirmAction,
  ],
  handlers: accountLetters,
};
