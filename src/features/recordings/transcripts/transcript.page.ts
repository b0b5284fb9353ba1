import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { recordingAudience } from '../recording-audience.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { recordingTrail } from '../recording-trail.ts';
import { openTranscript } from './open-transcript.ts';
import { transcriptHref } from './transcript.ts';
import { transcriptView } from './transcript.view.ts';

/** What was said in a recording, by whom; whoever may read the recording reads it. One statement. */
export const transcriptPage = page('/recordings/:recording/transcript', {
  purpose: 'learning',
  access: recordingPolicy,
  load: openTranscript,
  view(opened, visit) {
    const { item, recording, mine, transcript } = opened;
    const toBring = mine && transcript === null && !item.endedAt && recording.state !== 'erased';
    return {
      title: t('Transcript'),
      audience: recordingAudience(opened, visit.who),
      trail: recordingTrail(recording),
      wide: true,
      ...(toBring && {
        action: { label: t('Bring a transcript in'), href: transcriptHref(recording, 'new') },
      }),
      body: transcriptView(opened, visit),
    };
  },
});
