import type { Route } from '#platform/http/route.ts';
import { playRecording, recordingPoster } from './play.bytes.ts';

/** What a player asks for. */
export const playingRoutes: readonly Route[] = [playRecording, recordingPoster];
