import { z } from 'zod';
import { NotFound } from '#platform/errors.ts';
import { publicAction, see } from '#platform/http/route.ts';

/** Prepares the demo, or goes straight in when it is there. */
export const openDemoAction = publicAction('/demo/open', {
  purpose: 'administration',
  input: z.object({}),
  async run(arrival) {
    if (!arrival.services.demoHouse) throw new NotFound('This installation keeps no demo.');
    arrival.services.demoHouse.open();
    return see('/demo/preparing');
  },
});
