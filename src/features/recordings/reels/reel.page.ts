import { audienceNote, onlyYou } from '#platform/access/audience-words.ts';
import type { AudienceNote } from '#platform/http/content.ts';
import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { seenNotesInWords } from '../notes/seen-notes.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { recordingTrail } from '../recording-trail.ts';
import { openReel, type OpenedReel } from './open-reel.ts';
import { reelView } from './reel.view.ts';

/** Stretches of a recording that somebody chose, one after another. One statement. */
export const reelPage = page('/recordings/:recording/reel', {
  purpose: 'learning',
  access: recordingPolicy,
  load: openReel,
  view: (opened, visit) => ({
    title: t('Clip reel'),
    audience: audienceOf(opened, visit),
    trail: recordingTrail(opened.recording),
    wide: true,
    body: reelView(opened, visit),
  }),
});

function audienceOf({ own, others, item, recording }: OpenedReel, visit: Visit): AudienceNote {
  const shown = others.length > 0 || own.some(({ sharedAt }) => sharedAt !== null);
  if (!shown) return onlyYou(t('Your reel is yours alone until you share it.'));
  const whole = audienceNote(item, recordingPolicy, visit.who);
  return recording.isExemplar
    ? whole
    : {
        ...whole,
        words: t('Those who see this recording, once they are ready themselves'),
        why: `${seenNotesInWords()} ${whole.why}`,
      };
}
