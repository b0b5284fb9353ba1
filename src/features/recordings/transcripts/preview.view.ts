import { formatList, t, tn } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { table } from '#ui/table.ts';
import { clockOf, type Recording } from '../recording.ts';
import { languageField } from './bring-in-form.ts';
import type { ReadTranscript } from './read/read-transcript.ts';
import { transcriptHref } from './transcript.ts';

interface Preview extends ReadTranscript {
  recording: Recording;
  /** The whole text, so that it can be mended here. */
  text: string;
  language: string;
  /** What the confirming form sends along. */
  kept: Record<string, string>;
}

/** So many are shown; all of them are brought in. */
const mostShown = 100;
/** A longer text is mended in its file. */
const longestMended = 300_000;

/** What was read of a transcript, and each line that could not be; then one button brings it in. */
export function previewView(preview: Preview): Html {
  const { utterances, problems } = preview;
  return html`${problems.length > 0 && unread(preview)} ${utterances.length > 0 && readable(preview)}
  ${problems.length > 0 && mend(preview)}`;
}

function unread({ problems }: Preview): Value {
  return html`${notice(
    'caution',
    tn(
      problems.length,
      'One line could not be read. Mend it below or in the file, or bring in the rest without it.',
      '{n} lines could not be read. Mend them below or in the file, or bring in the rest without them.',
    ),
  )}
  ${table({
    caption:
      problems.length > mostShown
        ? t('What could not be read; the first {n} of {all}', { n: mostShown, all: problems.length })
        : t('What could not be read'),
    columns: [
      { label: t('Line'), numeric: true },
      { label: t('What stands there') },
      { label: t('Why'), wide: true },
    ],
    rows: problems
      .slice(0, mostShown)
      .map(({ line, said, why }) => [line, html`<bdi>${said.slice(0, 120)}</bdi>`, why]),
    empty: '',
  })}`;
}

function readable({ utterances, problems, recording, kept, language }: Preview): Html {
  const speakers = [...new Set(utterances.map(({ speaker }) => speaker))].filter(Boolean);
  const n = utterances.length;
  return html`<p>
      ${tn(n, '{n} utterance was read.', '{n} utterances were read.')}
      ${
        speakers.length > 0
          ? tn(speakers.length, 'One speaker: {names}.', '{n} speakers: {names}.', {
              names: formatList(speakers.slice(0, 30)),
            })
          : t('No speaker is named.')
      }
    </p>
    ${table({
      caption:
        n > mostShown
          ? t('What was read; the first {n} of {all}', { n: mostShown, all: n })
          : t('What was read'),
      columns: [
        { label: t('From') },
        { label: t('To') },
        { label: t('Speaker') },
        { label: t('Words'), wide: true },
      ],
      rows: utterances
        .slice(0, mostShown)
        .map(({ fromMs, toMs, speaker, text }) => [
          clockOf(fromMs),
          clockOf(toMs),
          html`<bdi>${speaker}</bdi>`,
          html`<span class="as-written" dir="auto">${text}</span>`,
        ]),
      empty: '',
    })}
    ${form({
      action: transcriptHref(recording, 'new'),
      button:
        problems.length === 0
          ? tn(n, 'Bring it in', 'Bring the {n} utterances in')
          : tn(n, 'Bring in the one that was read', 'Bring in the {n} that were read'),
      hidden: { ...kept, language, left_out: problems.length },
      cancel: transcriptHref(recording),
    })}`;
}

/** The text itself, to be mended and looked at once more. */
function mend({ text, recording, language, utterances }: Preview): Value {
  if (text.length > longestMended) return null;
  const again = form(
    {
      action: transcriptHref(recording, 'look'),
      button: t('Look at it again'),
      values: { text, language },
      multipart: true,
      quiet: true,
    },
    (f) =>
      html`${f.textarea({ name: 'text', label: t('The text'), rows: 12, required: true })} ${languageField(f)}`,
  );
  return details(t('Mend it here'), again, utterances.length === 0);
}
