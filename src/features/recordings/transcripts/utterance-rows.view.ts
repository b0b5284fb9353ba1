import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import { table } from '#ui/table.ts';
import { playHref } from '../notes/note.ts';
import { tagTitles, usedTags } from '../notes/tags.ts';
import { clockOf } from '../recording.ts';
import { mayCorrect, type OpenedTranscript } from './open-transcript.ts';
import type { ListedUtterance } from './transcript.queries.ts';
import { transcriptHref, utteranceHref } from './transcript.ts';

/** The utterances of a page; whoever may correct them ticks some and puts a tag on all of these. */
export function utteranceRows(opened: OpenedTranscript, visit: Visit): Html {
  const { recording, ownSets } = opened;
  const corrects = mayCorrect(opened);
  const offered = corrects ? usedTags(recording.tagSets, ownSets) : [];
  if (offered.length === 0) return rows(opened, { corrects, ticks: false });
  const action = transcriptHref(recording, 'tags');
  const { values, errors } = visit.formAt(action);
  return form(
    {
      action,
      button: t('Put the tag on those ticked'),
      values: values ?? {},
      errors,
      quiet: true,
      also: [{ label: t('Take it off those ticked'), name: 'off', value: 'yes' }],
    },
    (f) =>
      html`${rows(opened, { corrects, ticks: true })}
      ${f.select({
        name: 'tag',
        label: t('Tag'),
        width: 'middle',
        unmarked: true,
        options: offered.map(({ value, title, set }) => ({ value, label: title, group: set })),
      })}`,
  );
}

function rows(
  { recording, utterances, transcript, ownSets }: OpenedTranscript,
  { corrects, ticks }: { corrects: boolean; ticks: boolean },
): Html {
  const titles = tagTitles(ownSets);
  const cells = (each: ListedUtterance): Value[] => [
    html`<a
      href="${playHref(recording.id, each)}"
      aria-label="${t('Play from {time}', { time: clockOf(each.fromMs) })}"
      >${clockOf(each.fromMs)}</a
    >`,
    html`<bdi>${each.speaker}</bdi>`,
    html`<span class="as-written" dir="auto" lang="${transcript?.language}">${each.text}</span> ${
        each.tags.length > 0 &&
        html`<ul class="tags">
          ${each.tags.map((tag) => html`<li>${label(titles.get(tag) ?? tag)}</li> `)}
        </ul>`
      }`,
    ...(corrects
      ? [
          html`<a
            href="${utteranceHref(recording, each)}"
            aria-label="${t('Correct what was said at {time}', { time: clockOf(each.fromMs) })}"
            >${t('Correct')}</a
          >`,
        ]
      : []),
    ...(ticks ? [tick(each)] : []),
  ];
  return table({
    caption: t('What was said'),
    captionHidden: true,
    columns: [
      { label: t('Time'), numeric: true },
      { label: t('Speaker') },
      { label: t('Words'), wide: true, plain: true },
      ...(corrects ? [{ label: t('Correct'), labelHidden: true }] : []),
      ...(ticks ? [{ label: t('Tick to put a tag on it'), labelHidden: true }] : []),
    ],
    rows: utterances.map(cells),
    empty: '',
  });
}

const tick = ({ id, fromMs }: ListedUtterance): Html =>
  html`<label class="choice"
    ><input type="checkbox" name="utterances" value="${id}" /><span
      >${t('Tag this')}<span class="hidden"
        >${t('What was said at {time}', { time: clockOf(fromMs) })}</span
      ></span
    ></label
  >`;
