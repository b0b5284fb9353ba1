import type { Section } from '#ui/section.ts';
import { agreementsSection } from '#features/agreements/index.ts';
import { coachingSection } from '#features/coaching/index.ts';
import { myGroups } from '#features/groups/index.ts';
import { needsSection } from '#features/needs/index.ts';
import { recordingsSection } from '#features/recordings/index.ts';
import { practiceSection } from '#features/practice/index.ts';
import { myProgrammes } from '#features/programmes/index.ts';
import { observationsSection } from '#features/observations/index.ts';
import { startingPointsSection } from '#features/starting-points/index.ts';
import { tryOutsSection } from '#features/try-outs/index.ts';

/** What stands on the page "My learning", in this order: each room gives a section of its own. */
export const sections: readonly Section[] = [
  myProgrammes,
  myGroups,
  coachingSection,
  startingPointsSection,
  agreementsSection,
  practiceSection,
  tryOutsSection,
  recordingsSection,
  observationsSection,
  needsSection,
];
