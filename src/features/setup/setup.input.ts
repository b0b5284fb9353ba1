import { z } from 'zod';
import {
  choice,
  email,
  line,
  optionalDay,
  optionalEmail,
  optionalLine,
  ticked,
} from '#platform/http/input.ts';
import { isCurrency, isLanguage, isTimeZone, organisationKinds } from '#features/organisation/index.ts';
import { newPassword } from '#features/sign-in/index.ts';

const days = () => optionalDay();

/** The one form of the set-up. Dates may be left empty or for later; names of terms are the school's own. */
export const setupInput = z.object({
  code: optionalLine(),
  school: line('Write the school’s name.', 120),
  kind: choice(organisationKinds),
  zone: z.string().refine(isTimeZone, 'Choose a time zone from the list.'),
  language: z.string().refine(isLanguage, 'Choose a language from the list.'),
  currency: z.string().refine(isCurrency, 'Choose a currency from the list.'),
  given: line('Write your name.', 100),
  family: optionalLine(100),
  email: email('Write your e-mail address at the school.'),
  personal: optionalEmail(),
  password: newPassword(),
  head: ticked(),
  cpd: ticked(),
  later: ticked(),
  year: optionalLine(40),
  term1: optionalLine(60),
  term1_from: days(),
  term1_until: days(),
  half1_from: days(),
  half1_until: days(),
  term2: optionalLine(60),
  term2_from: days(),
  term2_until: days(),
  half2_from: days(),
  half2_until: days(),
  term3: optionalLine(60),
  term3_from: days(),
  term3_until: days(),
  half3_from: days(),
  half3_until: days(),
  training: days(),
});

export type SetupInput = z.output<typeof setupInput>;
export const thirds = [1, 2, 3] as const;
