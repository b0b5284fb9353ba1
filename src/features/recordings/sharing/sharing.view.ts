import { formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import type { PageOf } from '../page-part.ts';
import { isPlayable, recordingHref } from '../recording.ts';

/** Somebody who has watched it, or said that they are ready. How often is known to its author alone. */
export interface SharingRow {
  personId: string;
  name: string;
  watchedAt: Date | null;
  readyAt: Date | null;
  times: number | null;
  lastAt: Date | null;
}

/** Who sees it and who has, and the three steps from watching to talking about it. */
export function drawSharing(rows: readonly SharingRow[], page: PageOf): Value {
  const { recording, mine, item } = page;
  if (recording.state === 'erased') return null;
  if (recording.isExemplar) return mine ? ofAnExample(rows, page) : null;
  return html`<section aria-labelledby="together">
    <h2 id="together">${t('Watching it together')}</h2>
    ${isPlayable(recording) && steps(rows, page)}
    ${mine && item.audience.length === 0 && html`<p>${t('Nobody but you sees this recording.')}</p>`}
    ${mine && quietActions([{ label: t('Who sees it'), href: recordingHref(recording, 'share'), icon: 'people' }])}
    ${mine && viewsTable(rows)}
  </section>`;
}

/** All staff may watch an example: its author watches a stretch first, and reads who has played it. */
const ofAnExample = (rows: readonly SharingRow[], { recording }: PageOf): Html =>
  html`<section aria-labelledby="together">
    <h2 id="together">${t('Who has watched it')}</h2>
    ${
      !recording.watchedAt &&
      recording.state === 'ready' &&
      html`<p>${t('You watch first. Nobody else can open it before.')}</p>
        ${form({ action: recordingHref(recording, 'watched'), button: t('I have watched it') })}`
    }
    ${viewsTable(rows)}
  </section>`;

function steps(rows: readonly SharingRow[], page: PageOf): Html {
  const { recording, mine, may, visit, item } = page;
  const others = rows.filter(({ personId, readyAt }) => personId !== visit.who.personId && readyAt);
  // Alone there is nobody to be ready for, and no talk to open.
  const together = !mine || item.audience.length > 0 || others.length > 0;
  return html`<ol class="watching">
    <li>
      ${
        recording.watchedAt
          ? mine
            ? t('You have watched it.')
            : t('{name} has watched it.', { name: recording.author })
          : html`<p>${t('You watch first. Nobody else can open it before.')}</p>
              ${mine && form({ action: recordingHref(recording, 'watched'), button: t('I have watched it') })}`
      }
    </li>
    ${
      together &&
      may('note') &&
      recording.watchedAt &&
      html`<li>
        ${
          recording.readyAt
            ? t('You are ready: you read what the others share.')
            : html`<p>
                  ${t('Your notes are yours alone, and you do not see the others’, until you say that you are ready.')}
                </p>
                ${form(
                  {
                    action: recordingHref(recording, 'ready'),
                    button: t('I am ready'),
                    values: { all: 'yes' },
                  },
                  (f) => f.checkbox({ name: 'all', label: t('Share all that I have noted so far') }),
                )}`
        }
        ${others.length > 0 && html`<p class="meta">${t('Ready too: {names}.', { names: others.map(({ name }) => name).join(', ') })}</p>`}
      </li>`
    }
    ${together && recording.watchedAt && talkStep(page)}
  </ol>`;
}

const talkStep = ({ recording, mine }: PageOf): Html =>
  html`<li>
    ${
      recording.debriefAt
        ? t('The talk is open: what each makes of it can be read too.')
        : html`<p>
              ${t('First describe, then judge: notes of the kind “what I make of it” are read by nobody but their writer until the talk is opened.')}
            </p>
            ${mine && form({ action: recordingHref(recording, 'open-talk'), button: t('Open the talk'), quiet: true })}`
    }
  </li>`;

function viewsTable(rows: readonly SharingRow[]): Value {
  const seen = rows.filter(({ times }) => (times ?? 0) > 0);
  if (seen.length === 0)
    return html`<p class="meta">
      ${t('Nobody else has played it yet. Each time somebody does, it stands here.')}
    </p>`;
  return table({
    caption: t('Who has played it'),
    columns: [{ label: t('Name') }, { label: t('How often') }, { label: t('Last') }],
    rows: seen.map(({ name, times, lastAt }) => [
      html`<bdi>${name}</bdi>`,
      tn(times!, 'once', '{n} times'),
      formatMoment(lastAt!),
    ]),
    empty: '',
  });
}
