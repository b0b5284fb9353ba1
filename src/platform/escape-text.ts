const special = /[&<>"']/;
const specials = /[&<>"']/g;
const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes a text for the content of an element of HTML and for quoted attributes alike. */
export function escapeText(text: string): string {
  return special.test(text) ? text.replace(specials, (character) => entities[character]!) : text;
}
