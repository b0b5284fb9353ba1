import { besideOnPage, exemplarOnPage } from '../exemplars/exemplar.page-part.ts';
import { formatsOnPage } from '../formats/formats.page-part.ts';
import { makingOnPage, whereMakingStands } from '../making/making.page-part.ts';
import type { PagePart } from '../page-part.ts';
import { reelOnPage } from '../reels/reel.page-part.ts';
import { sharingOnPage } from '../sharing/sharing.page-part.ts';
import { transcriptOnPage } from '../transcripts/transcript.page-part.ts';
import { clipFormsOnPage } from './clip-forms/clip-forms.page-part.ts';

// Parts are taken from their own files: the other rooms use what is exported here, and nothing may go round in a circle.

/** What the page of a recording shows before the player: where it stands. One line for each room. */
export const partsAbove: readonly PagePart[] = [whereMakingStands, exemplarOnPage];

/** What it shows after the notes, in this order: who sees it and what is next, reel, clip forms, transcript, keep-until and erase. */
export const partsBelow: readonly PagePart[] = [
  sharingOnPage,
  reelOnPage,
  clipFormsOnPage,
  transcriptOnPage,
  formatsOnPage,
  besideOnPage,
  makingOnPage,
];

/** Of those after the notes, what there is to say while nothing was sent: there is nothing to note on yet. */
export const partsBeforeSent: readonly PagePart[] = [sharingOnPage, makingOnPage];
