import { t } from '#platform/i18n/i18n.ts';
import type { Protocol, ProtocolProblem } from '#features/evidence/index.ts';
import { checkOwn } from './check-draft.ts';

/** The most a file of a protocol may weigh, in bytes. */
export const largestFile = 1_048_576;

/**
 * A protocol out of the bytes of a file, or everything that is wrong with it: each with the way to it, '' for the file as a whole.
 * Nothing of the file is trusted: what is given back was made anew from what the schema names. Never throws.
 */
export function readProtocolFile(
  bytes: Uint8Array,
): { protocol: Protocol } | { problems: ProtocolProblem[] } {
  const whole = (reason: string) => ({ problems: [{ path: '', reason }] });
  if (bytes.length > largestFile) return whole(t('it is larger than 1 MB'));
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    return whole(
      error instanceof SyntaxError
        ? t('it is not written as JSON, the way in which protocols are given as files')
        : t('its characters are not written as UTF-8; save it again as UTF-8'),
    );
  }
  return checkOwn(value);
}
