import { z } from 'zod';
import { action, see } from '#platform/http/route.ts';
import { stepHref } from '#features/programmes/index.ts';
import { openSection } from './open-section.ts';
import { leaveSection, takeSection } from './section-writing.queries.ts';
import { minutesPolicy } from './sessions.policy.ts';

const unrecorded =
  'that somebody was writing for some minutes is forgotten with it; what they save is recorded';

/**
 * Opens a section to write in it: others are told who writes there and since when, for ten minutes from the last
 * word typed, or until it is saved. Nobody is kept out: two who save see both texts.
 */
export const writeHere = action('/programmes/:programme/steps/:number/writing/:section', {
  purpose: 'learning',
  access: minutesPolicy,
  unrecorded,
  input: z.object({}),
  async run(change) {
    const { programme, step, section } = await openSection(change);
    await takeSection(change.tx, step, section.id, change.who.personId, change.now);
    return see(`${stepHref(programme, step)}?write=${section.id}#${section.id}`);
  },
});

/** Leaves a section unsaved. */
export const leaveHere = action('/programmes/:programme/steps/:number/writing/:section/leave', {
  purpose: 'learning',
  access: minutesPolicy,
  unrecorded,
  input: z.object({}),
  async run(change) {
    const { programme, step, section } = await openSection(change);
    await leaveSection(change.tx, step, section.id, change.who.personId);
    return see(`${stepHref(programme, step)}#${section.id}`);
  },
});
