import { sql } from 'kysely';
import { list } from '#platform/access/composed.ts';
import { addDays } from '#platform/calendar/dates.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { form } from '#ui/form.ts';
import { html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { pagePart, type PageOf } from '../page-part.ts';
import { isPlayable, recordingHref } from '../recording.ts';

/** What became of what was sent, above the player. */
export const whereMakingStands = pagePart<{ none: number }>({
  asks: () => list<{ none: number }>(sql`select 1 as none where false`),
  draw: (_rows, page) => whereItStands(page),
});

function whereItStands({ recording, mine }: PageOf): Value {
  switch (recording.state) {
    case 'arrived':
    case 'making':
      if (recording.trouble === 'its key')
        return notice(
          'caution',
          t('Its key is not on this machine, so it cannot be opened. Tell whoever runs Staffroom.'),
        );
      return notice(
        'info',
        t(
          'It is being made ready for every browser. You can watch it meanwhile; some browsers may not play it yet.',
        ),
      );
    case 'unreadable':
      return notice('caution', troubleInWords(recording.trouble) + (mine ? ` ${whatToDo(recording)}` : ''));
    case 'erased':
      return notice(
        'info',
        recording.erasedWhy === 'its day'
          ? t('The film was erased on its day. What was written about it stands below, if it was to stay.')
          : t(
              'The film was erased by its teacher. What was written about it stands below, if it was to stay.',
            ),
      );
    case 'ready':
      return mine && recording.trouble === 'not changed'
        ? notice('caution', t('What you asked to cut or turn could not be made. It plays as it was.'))
        : null;
    default:
      return null;
  }
}

/** Nothing can be sent in the place of a copy, which was cut out of another recording. */
const whatToDo = ({ copiedFrom }: PageOf['recording']): string =>
  copiedFrom === null ? t('Send it again when you can.') : t('Erase it, and offer the part again.');

const troubleInWords = (trouble: string | null): string =>
  ({
    'not a recording': t('What arrived is no film and no sound.'),
    damaged: t('What arrived is damaged, as when sending was cut short before it was saved on the phone.'),
    'not made': t('This machine could not make of it what every browser plays.'),
    empty: t('There is neither picture nor sound in what arrived.'),
  })[trouble ?? ''] ?? t('What arrived cannot be played.');

/** Its last day, and what its author can do with the film. */
export const makingOnPage = pagePart<{ today: string }>({
  asks: (_who, { today }) => list<{ today: string }>(sql`select ${today}::text as today`),
  draw([row], page) {
    const { recording, mine, item } = page;
    if (!mine || recording.state === 'erased') return null;
    const soon = row !== undefined && recording.keepUntil <= addDays(row.today, 14);
    return html`<section aria-labelledby="keeping">
      <h2 id="keeping">${t('How long it is kept')}</h2>
      <p>
        ${t('Until {day}. Then the film is erased for good, and the notes {what}.', {
          day: formatDate(recording.keepUntil),
          what: recording.notesAfter === 'go' ? t('go with it') : t('stay'),
        })}
        ${soon && html`<strong>${t('That is soon.')}</strong>`}
      </p>
      ${quietActions([
        { label: t('Keep it longer or shorter'), href: recordingHref(recording, 'keep') },
        ...(isPlayable(recording)
          ? [{ label: t('Cut or turn it'), href: recordingHref(recording, 'change') }]
          : []),
        { label: t('Erase it for good'), href: recordingHref(recording, 'erase') },
      ])}
      ${
        item.endedAt
          ? form({ action: recordingHref(recording, 'bring-back'), button: t('Bring it back'), quiet: true })
          : form({
              action: recordingHref(recording, 'end'),
              button: t('Take it away from everybody'),
              quiet: true,
            })
      }
    </section>`;
  },
});
