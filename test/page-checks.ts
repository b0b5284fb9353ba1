import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { BrowserContext, Page } from 'playwright-core';

/** WCAG 2.2, levels A and AA, as far as a program can look. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What the browser complains of on every page of a context: errors on the console, and what the page's policy forbids. */
export async function hearComplaints(context: BrowserContext): Promise<string[]> {
  const complaints: string[] = [];
  await context.exposeBinding('staffroomComplains', (_source, words: string) => void complaints.push(words));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const tell = (window as unknown as { staffroomComplains(words: string): void }).staffroomComplains;
      tell(`The page's policy forbids ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  context.on('console', (message) => {
    // A page that answers with a problem is said to have failed; what pages fetch is heard below.
    if (message.text().startsWith('Failed to load resource')) return;
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`Console: ${message.text()}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest())
      complaints.push(`${response.url()} answered ${response.status()}`);
  });
  context.on('weberror', (error) => void complaints.push(`Script: ${error.error().message}`));
  return complaints;
}

/** What stands between a person with a disability and this page, a line each. */
export async function axeTroubles(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async (only) => {
    const { axe: run } = window as unknown as {
      axe: { run(where: Document, how: object): Promise<AxeResults> };
    };
    const { violations } = await run.run(document, { runOnly: only, resultTypes: ['violations'] });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(
        ({ html, failureSummary = '' }) => `${id}: ${help}\n  ${html.slice(0, 300)}\n  ${failureSummary}`,
      ),
    );
  }, tags);
}

interface AxeResults {
  violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[];
}

/** Elements that reach beyond the window, unless something around them scrolls by itself. */
export function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element): boolean => {
      for (let up = element.parentElement; up && up !== document.body; up = up.parentElement)
        if (getComputedStyle(up).overflowX !== 'visible') return true;
      return false;
    };
    const width = document.documentElement.clientWidth;
    return [...document.body.querySelectorAll('*')]
      .filter((element) => {
        const box = element.getBoundingClientRect();
        return (
          box.width > 0 && box.height > 0 && (box.right > width + 1 || box.left < -1) && !scrolls(element)
        );
      })
      .filter((element) => element.checkVisibility() && getComputedStyle(element).position !== 'fixed')
      .filter((element) => element.getBoundingClientRect().right > 0)
      .map((element) => {
        const box = element.getBoundingClientRect();
        return `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> from ${Math.round(box.left)} to ${Math.round(box.right)} of ${width}: ${element.textContent.trim().slice(0, 60)}`;
      })
      .slice(0, 5);
  });
}
