import { t } from '#platform/i18n/i18n.ts';
import { discussionKind } from './discussion.kind.ts';
import { fileKind } from './file.kind.ts';
import type { ActivityKind } from './kind.ts';
import { linkKind } from './link.kind.ts';
import { pageKind } from './page.kind.ts';
import { questionsKind } from './questions.kind.ts';
import { surveyKind } from './survey.kind.ts';
import { videoKind } from './video.kind.ts';

/** What activities can be, in the order in which they are offered. */
export const kinds: ActivityKind[] = [
  pageKind,
  fileKind,
  linkKind,
  videoKind,
  discussionKind,
  surveyKind,
  questionsKind,
];

export const kindOf = (id: string): ActivityKind | undefined => kinds.find((each) => each.id === id);

/** What an activity is called by its kind, also where the program no longer knows that. */
export const kindTitle = (id: string): string =>
  kindOf(id)?.title() ?? t('Something that cannot be shown here');
