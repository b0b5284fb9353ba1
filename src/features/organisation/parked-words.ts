import { t } from '#platform/i18n/i18n.ts';
import { BEGUN } from '#platform/jobs/outbox.ts';
import type { ParkedMessage } from './parked.queries.ts';

const about: readonly (readonly [RegExp, () => string])[] = [
  [/^mail\./, () => t('A letter')],
  [/^(person\.invited|password\.|email\.)/, () => t('A letter about an account')],
  [/^(person\.added|member\.|import\.people)/, () => t('Noting who has come or gone')],
  [/^import\./, () => t('Carrying out an import')],
  [/^(programme\.|step\.|person\.enrolled)/, () => t('Telling people of a programme')],
  [/^needs\./, () => t('Telling staff of a question about their needs')],
  [/^evaluation\./, () => t('Reminders of an evaluation')],
];

/** What a message was to do, as far as an administrator may know: of people's own learning no more than that. */
export const whatItWas = ({ kind }: Pick<ParkedMessage, 'kind'>): string =>
  (about.find(([kinds]) => kinds.test(kind))?.[1] ?? (() => t('Telling the people concerned of a change')))();

/**
 * Why it did not get through. The answer of a mail server is quoted, without the addresses in it; whatever else an
 * error says may hold what somebody wrote, and stands in the log alone.
 */
export function whyNot({ failure, id }: Pick<ParkedMessage, 'failure' | 'id'>): string {
  const [, answer] = /^MailNotSent: The mail server did not take this mail: (.*)/s.exec(failure) ?? [];
  if (answer !== undefined)
    return t('The mail server did not take it, or could not be reached: “{answer}”', {
      answer: answer.replaceAll(/\S+@\S+/g, '…').slice(0, 300),
    });
  if (failure.startsWith('RangeError: Not an e-mail address'))
    return t('What is written down as the address is not one.');
  if (failure === BEGUN) return t('The server stopped while it was at it.');
  if (failure.startsWith('Error: It took longer than')) return t('It took too long.');
  return t('Something went wrong in Staffroom itself. The log of the server says what, under {id}.', { id });
}
