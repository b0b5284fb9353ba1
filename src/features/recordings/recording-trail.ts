import { t } from '#platform/i18n/i18n.ts';
import { type Recording, recordingHref } from './recording.ts';

type Trail = { label: string; href: string }[];

/** The way back from a page below a recording. */
export const recordingTrail = (recording: Pick<Recording, 'id' | 'title'>): Trail => [
  { label: t('Recordings'), href: '/recordings' },
  { label: recording.title, href: recordingHref(recording) },
];
