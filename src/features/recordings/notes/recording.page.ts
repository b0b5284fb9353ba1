import { onlyYou } from '#platform/access/audience-words.ts';
import type { AudienceNote } from '#platform/http/content.ts';
import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { recordingAudience } from '../recording-audience.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { recordingHref } from '../recording.ts';
import { openRecordingPage, type RecordingPage } from './recording-page.queries.ts';
import { recordingView } from './recording.view.ts';

/** A recording: what plays it, the notes on it, and all that belongs to it. One statement. */
export const recordingPage = page('/recordings/:recording', {
  purpose: 'learning',
  access: recordingPolicy,
  load: openRecordingPage,
  view(asked, visit) {
    const { recording, mine } = asked;
    const toSend = mine && recording.state === 'described' && !asked.item.endedAt;
    return {
      title: recording.title,
      audience: audienceOf(asked, visit),
      trail: [{ label: t('Recordings'), href: '/recordings' }],
      wide: true,
      ...(toSend && { action: { label: t('Send the recording'), href: recordingHref(recording, 'send') } }),
      body: recordingView(asked, visit),
    };
  },
});

function audienceOf({ item, mine, recording }: RecordingPage, visit: Visit): AudienceNote {
  const change = mine && !recording.isExemplar ? recordingHref(recording, 'share') : undefined;
  if (mine && recording.watchedAt === null && item.audience.length > 0)
    return {
      ...onlyYou(t('You watch first: those you chose can open it once you say that you have watched it.')),
      ...(change && { change }),
    };
  return recordingAudience({ item, recording }, visit.who, change);
}
