import { t } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { byIdOrNone, catalogue } from '#features/evidence/index.ts';

/** The agenda or form of a step as those at it would meet it: its items, or its questions. */
export function triedForm(id: string | undefined): Html {
  if (id === undefined) return nothing;
  const agenda = byIdOrNone(catalogue().agendas, id);
  if (agenda)
    return folded(
      agenda,
      agenda.items.map(({ title, prompt }) => t('{title}: {prompt}', { title, prompt })),
    );
  const form = byIdOrNone(catalogue().forms, id);
  return form
    ? folded(
        form,
        form.parts.flatMap((part) => [part, ...(part.parts ?? [])]).map(({ question }) => question),
      )
    : nothing;
}

const folded = ({ title, plain }: { title: string; plain: string }, lines: readonly string[]): Html =>
  details(
    title,
    html`<p>${plain}</p>
      <ol>
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ol>`,
  );
