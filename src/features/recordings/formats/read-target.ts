import { t } from '#platform/i18n/i18n.ts';
import { isRecord, type Json } from './shallow-json.ts';

interface Time {
  fromMs: number;
  toMs: number | null;
  /** What of its place could not be carried. */
  leftOut: string[];
}

/** The moment or stretch of this recording that a target means, or why it means none. */
export function timeOfTarget(target: Json | undefined, recordingId: string): Time | string {
  const targets = [target ?? []].flat();
  const [only] = targets;
  if (targets.length !== 1) return t('It is about no thing, or about several.');
  const { source, fragment } = placeOf(only!);
  if (!isThisRecording(source, recordingId)) return t('It is about something else than this recording.');
  return timeOfFragment(fragment);
}

/** 'urn:…#t=1,2', or a source with a selector. */
function placeOf(target: Json): { source: string; fragment: string } {
  if (typeof target === 'string') return split(target);
  if (!isRecord(target)) return split('');
  const from = target['source'] ?? target['id'];
  const { source, fragment } = split(isRecord(from) ? from['id'] : from);
  const selectors = [target['selector'] ?? []].flat();
  const found = selectors.find((each) => isRecord(each) && each['type'] === 'FragmentSelector');
  const value = isRecord(found) ? found['value'] : undefined;
  return { source, fragment: typeof value === 'string' ? value : fragment };
}

function split(address: Json | undefined): { source: string; fragment: string } {
  const text = typeof address === 'string' ? address : '';
  const at = text.indexOf('#');
  return at === -1
    ? { source: text, fragment: '' }
    : { source: text.slice(0, at), fragment: text.slice(at + 1) };
}

/** The urn that our own files hold, or an address of the recording, wherever the house stands. */
function isThisRecording(source: string, recordingId: string): boolean {
  if (source.toLowerCase() === `urn:uuid:${recordingId}`) return true;
  const found = /^https?:\/\/[^/?#]+\/(?:[^?#]*\/)?recordings\/([0-9a-f-]{36})(?:[/?]|$)/i.exec(source);
  return found?.[1]?.toLowerCase() === recordingId;
}

const clock = /^(?:(?:(\d{1,4}):)?([0-5]?\d):)?(\d{1,6}(?:\.\d{0,6})?)s?$/;

/** W3C Media Fragments, the temporal dimension in normal play time: 't=12.5,20', 't=npt:0:01:02,', 't=,20'. */
function timeOfFragment(fragment: string): Time | string {
  const parts = fragment.split('&');
  const time = parts.findLast((part) => part.startsWith('t='))?.slice(2);
  if (time === undefined) return t('It says no time.');
  const [from = '', until = '', ...more] = time.replace(/^npt:/, '').split(',');
  const fromMs = from === '' ? 0 : msOfClock(from);
  const toMs = until === '' ? null : msOfClock(until);
  if (fromMs === null || (until !== '' && toMs === null) || more.length > 0 || (from === '' && until === ''))
    return t('Its time cannot be read. It is written as t=12.5,20 in seconds.');
  const place = parts.some((part) => part.startsWith('xywh='));
  return { fromMs, toMs, leftOut: place ? [t('Where in the picture it is was left out.')] : [] };
}

function msOfClock(text: string): number | null {
  const [, hours = '0', minutes = '0', seconds] = clock.exec(text) ?? [];
  if (seconds === undefined) return null;
  const ms = Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000);
  return ms <= 2_000_000_000 ? ms : null;
}
