import { t, tn } from '#platform/i18n/i18n.ts';
import type { RecordingPage } from './recording-page.queries.ts';

type Standing = Pick<RecordingPage, 'recording' | 'mine' | 'may' | 'writers'>;

/** What is closed at the moment, to whom and until when, a sentence each. */
export function whatIsLocked({ recording, mine, may, writers }: Standing, me: string): string[] {
  const own = writers.find(({ personId }) => personId === me);
  const said: string[] = [];
  if (mine && recording.watchedAt === null && recording.state !== 'erased')
    said.push(t('You watch it first. Nobody else can open it until you say that you have.'));
  if (!recording.isExemplar && recording.readyAt === null)
    said.push(
      may('note')
        ? t(
            'Each of you notes apart first. Your notes are yours alone, and you read the others’ once you say that you are ready.',
          )
        : t('You watch this recording. Notes are read by those who write them.'),
    );
  if (may('note') && recording.debriefAt === null) {
    const locked = own?.judging ?? 0;
    if (locked > 0)
      said.push(
        tn(
          locked,
          'One note of yours says what you make of it. It is locked: nobody else reads it until the talk is opened.',
          '{n} notes of yours say what you make of it. They are locked: nobody else reads them until the talk is opened.',
        ),
      );
    else if (recording.readyAt !== null)
      said.push(t('What each of you makes of it stays locked until the talk is opened.'));
  }
  return said;
}
