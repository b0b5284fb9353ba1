import type { Item } from '#platform/access/who.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { type Programme, selectProgramme } from '#features/programmes/index.ts';
import { ofProgramme, registerPolicy } from './sessions.policy.ts';

/** The programme of the address, when the person may read its register. Throws `NotFound`, `NotAllowed`. */
export async function openRegister(visit: Visit): Promise<{ programme: Programme; register: Item }> {
  const programme = await selectProgramme(visit.db, visit.organisationId, visit.params.programme ?? '');
  if (!programme) throw new NotFound('There is no programme at this address.');
  const register = ofProgramme(registerPolicy, programme);
  visit.who.must('read', registerPolicy, register);
  return { programme, register };
}
