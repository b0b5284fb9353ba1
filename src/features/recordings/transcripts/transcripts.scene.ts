import type { Answer, Browser } from '#test/site.ts';
import { notesScene } from '../notes/notes.scene.ts';

/** The fields of the form in an answer that is sent to `action`, as a browser would send them. */
export function hiddenFields({ text }: Answer, action: string): Record<string, string> {
  const start = text.indexOf(`action="${action}"`);
  const form = text.slice(start, text.indexOf('</form>', start));
  const found = form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  return start === -1 ? {} : Object.fromEntries([...found].map(([, name, value]) => [name!, value!]));
}

/** A recording of Ann's of an hour that Tomos may note on; transcripts brought in as a browser does it. */
export async function transcriptScene(more: Parameters<typeof notesScene>[0] = {}) {
  const all = await notesScene(more);
  const { address } = all;
  const look = (who: Browser, text: string) =>
    who.post(`${address}/transcript/look`, { text, language: 'en' });
  const confirm = (who: Browser, seen: Answer) =>
    who.post(`${address}/transcript/new`, hiddenFields(seen, `${address}/transcript/new`));
  return {
    ...all,
    look,
    confirm,
    bring: async (text: string, who = all.ann) => confirm(who, await look(who, text)),
  };
}
