import { currentLocale } from '#platform/i18n/i18n.ts';
import type { Html } from '#ui/html.ts';

const most = 300;
const drawings = new Map<string, Html>();

/**
 * Keeps what was drawn from the same facts in the same language: a picture that many people look at,
 * or one person again and again, is drawn once. `facts` must hold everything the drawing depends on.
 */
export function drawnOnce(name: string, facts: unknown, draw: () => Html): Html {
  const key = `${name} ${currentLocale()} ${JSON.stringify(facts)}`;
  const known = drawings.get(key);
  if (known) return known;
  const drawing = draw();
  // The oldest goes first: a Map keeps the order in which things came.
  if (drawings.size >= most) drawings.delete(drawings.keys().next().value!);
  drawings.set(key, drawing);
  return drawing;
}
