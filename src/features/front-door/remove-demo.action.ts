import { z } from 'zod';
import { NotFound } from '#platform/errors.ts';
import { publicAction, see } from '#platform/http/route.ts';

/** Takes the demo away, database and files. Its last page leads back to the school. */
export const removeDemoAction = publicAction('/demo/remove', {
  purpose: 'administration',
  input: z.object({}),
  async run(arrival) {
    const house = arrival.services.demoHouse;
    if (!arrival.services.demo || !house) throw new NotFound();
    house.remove();
    return see('/demo/going');
  },
});
