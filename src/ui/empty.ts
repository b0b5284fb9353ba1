import { html, type Html } from '#ui/html.ts';

export interface EmptyOptions {
  /** What will stand here and how it comes to: "No one has answered yet. Answers appear as they come in." */
  says: string;
  /** What to do first; nothing where the page's main action says it. */
  todo?: { label: string; href: string } | undefined;
}

/** What stands where nothing is yet. */
export const empty = ({ says, todo }: EmptyOptions): Html =>
  html`<div class="empty">
    <p>${says}</p>
    ${todo !== undefined && html`<p><a class="button secondary" href="${todo.href}">${todo.label}</a></p>`}
  </div>`;
