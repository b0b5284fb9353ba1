import { newId } from '#platform/db/ids.ts';
import type { World } from '../world.ts';
import { startOfTests } from '../site.ts';

/** What stands in the plan of “reading together”, around the day of the tests, a Wednesday. */
const steps = [
  { kind: 'meeting', strand: 'peer', lead: 'facilitator', title: 'First meeting', on_date: '2026-11-04' },
  {
    kind: 'modelling',
    strand: 'specialist',
    lead: 'specialist',
    title: 'Seeing it in use',
    on_date: '2026-11-18',
  },
  { kind: 'meeting', strand: 'peer', lead: 'teachers', title: 'Second meeting', on_date: '2026-11-18' },
  {
    kind: 'on-call',
    strand: 'specialist',
    lead: 'specialist',
    title: 'Ask the specialist',
    on_date: '2026-11-16',
  },
] as const;

/** Lays the steps into the world's programme, which then is in its third week. */
export async function running({ db, school, programme }: World): Promise<void> {
  await db
    .insertInto('programme_step')
    .values(
      steps.map((step, index) => ({
        ...step,
        owner_id: school.id,
        id: newId(startOfTests),
        programme_id: programme.id,
        number: index + 1,
        prompt: '',
        starts_at: null,
        place: 'The library',
        minutes: 60,
        in_school_day: true,
        mode: 'in-person',
        cycle: 1,
        required: true,
        form: step.kind === 'meeting' ? 'meeting-agenda' : null,
        days: step.kind === 'on-call' ? 10 : null,
        created_at: startOfTests,
      })),
    )
    .execute();
}
