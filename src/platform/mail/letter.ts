import { escapeText } from '../escape-text.ts';

/** What a letter says, in the order in which it is read. */
interface LetterParts {
  /** 'Dear Nia,' */
  greeting: string;
  paragraphs: readonly string[];
  /** Several things, each with its page. */
  list?: readonly { label: string; url: string }[];
  /** The one thing to do, named by what it does: { label: 'See the agreement', url: 'https://…' }. */
  link?: { label: string; url: string };
  why: {
    /** Why this person got it: 'You get this because you are a partner in this agreement.' */
    because: string;
    /** How to get no more of them, or why that cannot be: 'To stop these, open Me, then Notices: https://…' */
    toStop: string;
  };
  /** Language of the text as in HTML, for readers' voices and hyphens. Default 'en-GB'. */
  language?: string;
}

/**
 * A letter as plain text, which is the letter itself, and as HTML that says the same for programs that
 * show it: no pictures, no styles, nothing fetched, nothing that tells us whether it was opened.
 */
export function letter({ greeting, paragraphs, list = [], link, why, language = 'en-GB' }: LetterParts): {
  text: string;
  html: string;
} {
  const text = [
    greeting,
    ...paragraphs,
    ...list.map(({ label, url }) => `- ${label}\n  ${url}`),
    ...(link ? [`${link.label}:\n${link.url}`] : []),
    // The line of two hyphens and a space is where mail programs begin a signature.
    `-- \n${why.because}\n${why.toStop}`,
  ].join('\n\n');

  const p = (words: string) => `<p dir="auto">${escapeText(words).replaceAll('\n', '<br>')}</p>`;
  const a = ({ label, url }: { label: string; url: string }) =>
    `<a href="${escapeText(webAddress(url))}">${escapeText(label)}</a>`;
  const html = [
    `<!doctype html><html lang="${escapeText(language)}"><head><meta charset="utf-8"></head><body>`,
    p(greeting),
    ...paragraphs.map(p),
    ...(list.length > 0 ? [`<ul dir="auto">${list.map((each) => `<li>${a(each)}</li>`).join('')}</ul>`] : []),
    ...(link ? [`<p dir="auto">${a(link)}</p>`] : []),
    '<hr>',
    `<p dir="auto"><small>${escapeText(why.because)}<br>${escapeText(why.toStop)}</small></p>`,
    '</body></html>',
  ].join('\n');
  return { text: `${text}\n`, html };
}

/** Throws TypeError for anything a reader's browser would not open as a page. */
function webAddress(text: string): string {
  const { protocol } = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:')
    throw new TypeError(`A letter links to web pages only; got ${protocol}`);
  return text;
}
