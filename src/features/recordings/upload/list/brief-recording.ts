import { formatDate, t } from '#platform/i18n/i18n.ts';
import { html, type Html } from '#ui/html.ts';
import { type RecordingState, recordingHref, stateInWords } from '../../recording.ts';

/** A recording where it is only one line of another room's page. */
export interface BriefRecording {
  id: string;
  title: string;
  authorId: string;
  author: string;
  filmedOn: string;
  state: RecordingState;
  watchedAt: Date | null;
}

export const briefMoments = { watchedAt: 'moment' } as const;

/** Whose it is and how it stands; of one's own that is not sent yet the way leads to sending it. */
export function briefLine(
  row: Pick<BriefRecording, 'id' | 'title' | 'authorId' | 'author' | 'filmedOn' | 'state'>,
  me: string,
): Html {
  const mine = row.authorId === me;
  const href = recordingHref(row, mine && row.state === 'described' ? 'send' : '');
  const about = [
    formatDate(row.filmedOn, 'short'),
    mine ? stateInWords(row.state) : t('Shown by {name}', { name: row.author }),
  ];
  return html`<a href="${href}">${row.title}</a> <span class="meta">${about.join('; ')}</span>`;
}
