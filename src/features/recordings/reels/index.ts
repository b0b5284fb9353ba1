import type { Feature } from '#platform/http/feature.ts';
import { addClip, addFromNotes } from './add-clip.action.ts';
import { endClip, moveClipDown, moveClipUp, restoreClip, saveClip } from './change-clip.action.ts';
import { reelPage } from './reel.page.ts';
import { keepReelBack, shareReel } from './share-reel.action.ts';

/** Stretches of a recording that somebody chose, played one after another. */
export const reelsOfRecordings = {
  routes: [
    reelPage,
    addClip,
    addFromNotes,
    saveClip,
    moveClipUp,
    moveClipDown,
    endClip,
    restoreClip,
    shareReel,
    keepReelBack,
  ],
} satisfies Partial<Feature>;
