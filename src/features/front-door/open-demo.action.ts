import { z } from 'zod';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import type { Arrival } from '#platform/http/context.ts';
import { publicAction, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectHasOrganisation } from '#features/organisation/index.ts';
import { administrators } from '#features/people/index.ts';

/** Prepares the demo, or goes straight in when it is there. */
export const openDemoAction = publicAction('/demo/open', {
  purpose: 'administration',
  input: z.object({}),
  async run(arrival) {
    const { demoHouse } = arrival.services;
    if (!demoHouse) throw new NotFound('This installation keeps no demo.');
    if (demoHouse.state().is !== 'open') await mustBeAllowed(arrival);
    demoHouse.open();
    return see('/demo/preparing');
  },
});

/**
 * Making the demo takes this computer twenty seconds and some room. Until a school is set up anybody who is here
 * may ask for it; afterwards those who look after the school, and whoever sits at this computer.
 */
async function mustBeAllowed(arrival: Arrival): Promise<void> {
  if (isAtThisComputer(arrival) || arrival.who?.hasAny(administrators)) return;
  if (await selectHasOrganisation(arrival.db))
    throw new NotAllowed(
      t('The demo is opened by those who look after Staffroom at the school.'),
      t('Ask an administrator.'),
    );
}

/** Not through a proxy on this computer, which speaks for others. */
const isAtThisComputer = ({ ip, headers }: Arrival): boolean =>
  /^(127\.|::1$|::ffff:127\.)/.test(ip) && !headers['x-forwarded-for'] && !headers.forwarded;
