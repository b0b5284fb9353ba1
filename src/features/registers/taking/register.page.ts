import { members, page } from '#platform/http/route.ts';
import { registerAudience } from '../registers.access.ts';
import { registersPath } from '../addresses.ts';
import { t } from '#platform/i18n/i18n.ts';
import { dayInWords, whenInWords } from './register.ts';
import { openRegister, placeOf } from './register.queries.ts';
import { registerView } from './register.view.ts';

/** A class on a day, in the morning, the afternoon or a period: everybody stands as here until marked otherwise. */
export const registerPage = page(`${registersPath}/:date/:unit/:slot`, {
  purpose: 'administration',
  access: members('staff'),
  load: (visit) => openRegister(visit.db, visit.who, placeOf(visit.params), visit.today),
  view: (register, visit) => ({
    title: t('Register of {unit}', { unit: register.unit }),
    audience: registerAudience(),
    trail: [{ label: t('Registers'), href: registersPath }],
    status: { where: t('{day}: {when}', { day: dayInWords(register.on), when: whenInWords(register) }) },
    body: registerView(register, visit),
  }),
});
