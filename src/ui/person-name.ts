import { html, type Html } from '#ui/html.ts';

interface PersonNameOptions {
  name: string;
  href?: string | undefined;
  /** What they are here: "Year 4 teacher", "specialist". */
  role?: string | undefined;
}

/** A person by name, never by picture or initials. Names keep their own direction of writing. */
export const personName = ({ name, href, role }: PersonNameOptions): Html =>
  html`<span class="person"
    >${
      href === undefined ? html`<bdi>${name}</bdi>` : html`<a href="${href}"><bdi>${name}</bdi></a>`
    }${role !== undefined && html` <span class="role">${role}</span>`}</span
  >`;
