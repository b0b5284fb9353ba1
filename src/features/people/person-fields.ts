import type { z } from 'zod';
import type { MemberKind } from '#platform/access/who.ts';
import { optionalEmail, optionalLine } from '#platform/http/input.ts';
import { Refused } from '#platform/errors.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import type { Names } from './names.ts';

/** What is written down of a person when they are added or changed. */
export const personInputs = {
  given: optionalLine(100),
  family: optionalLine(100),
  called: optionalLine(150),
  job: optionalLine(120),
  year: optionalLine(20),
  from: optionalLine(120),
  email: optionalEmail(),
};

type PersonInput = z.output<z.ZodObject<typeof personInputs>>;

/** The names out of a form. One name is enough. Throws `Refused`. */
export function namesOf(input: Pick<PersonInput, 'given' | 'family' | 'called'>): Names {
  if (!input.given && !input.family) throw new Refused({ given: 'Write a name. One is enough.' });
  return { givenName: input.given, familyName: input.family, calledName: input.called || undefined };
}

/** `asksEmail`: only as long as the person has no account; afterwards their addresses are theirs to change. */
export const personFields = (f: Fields, kind: MemberKind, asksEmail: boolean): Html =>
  html` ${f.text({ name: 'given', label: t('Given name') })}
  ${f.text({ name: 'family', label: t('Family name'), hint: t('Some people have one name only: leave the other empty.') })}
  ${f.text({ name: 'called', label: t('Called'), hint: t('Only when it is not the two names together.') })}
  ${kind === 'staff' && f.text({ name: 'job', label: t('Post'), hint: t('“Year 4 teacher”. A post gives no rights; roles do.') })}
  ${kind === 'pupil' && f.text({ name: 'year', label: t('Year'), width: 'short' })}
  ${kind === 'guest' && html`${f.text({ name: 'job', label: t('What they are'), hint: t('“Reading specialist”') })}${f.text({ name: 'from', label: t('Where from'), hint: t('Their university, school or agency.') })}`}
  ${asksEmail && f.email({ name: 'email', label: kind === 'guest' ? t('E-mail address') : t('E-mail address at the school'), hint: t('To invite them by mail, and for signing in.') })}`;
