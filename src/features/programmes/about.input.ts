import { z } from 'zod';
import { choice, line, optionalId, optionalLine, optionalProse } from '#platform/http/input.ts';
import { aims, changeKinds } from './words.ts';

/** What `aboutFields` sends. */
export const aboutInput = {
  title: line('Give it a title.', 120),
  summary: optionalProse(2000),
  aim: choice(aims, 'Choose what it is for.'),
  change_kind: choice(changeKinds, 'Choose what kind of change it is.'),
  pupil_group: optionalProse(1000),
  pupil_outcome: optionalProse(1000),
  subject: optionalLine(80).transform((text) => text || null),
  priority_id: optionalId(),
  rationale: optionalProse(4000),
  materials: optionalProse(4000),
  prerequisites: optionalProse(2000),
  replaces: optionalProse(2000),
};

const about = z.object(aboutInput);
export type About = z.output<typeof about>;
