import { z } from 'zod';
import { NotFound } from '#platform/errors.ts';
import { id } from '#platform/http/input.ts';
import { publicAction } from '#platform/http/route.ts';
import { keepSignedIn } from '#features/sign-in/index.ts';
import { selectOrganisationOf } from './front-door.queries.ts';

/** Becomes somebody of the demo, without a password. A school's own site has no such way in. */
export const enterDemoAction = publicAction('/demo/enter', {
  purpose: 'administration',
  input: z.object({ person: id() }),
  async run(arrival, input) {
    if (!arrival.services.demo) throw new NotFound();
    const organisationId = await selectOrganisationOf(arrival.db, input.person);
    if (!organisationId) throw new NotFound('Nobody of that name is in the demo.');
    return keepSignedIn(arrival, input.person, organisationId, '/');
  },
});
