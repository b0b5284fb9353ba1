import { request } from 'node:http';
import type { Page } from 'playwright-core';

/** How far a sending came before its line was cut, and from where it went on, in bytes. */
export interface Cut {
  sent: number;
  wentOnFrom: number | null;
}

/**
 * Cuts the line in the middle of the first piece that this page sends: half of it reaches the site, then the connection
 * is gone. What is sent after that goes through.
 */
export async function cutInTheMiddle(page: Page): Promise<Cut> {
  const cut: Cut = { sent: 0, wentOnFrom: null };
  await page.route('**/upload/*', async (route) => {
    const asked = route.request();
    if (asked.method() !== 'PATCH') return route.continue();
    if (cut.sent > 0) {
      cut.wentOnFrom ??= Number(asked.headers()['upload-offset']);
      return route.continue();
    }
    const body = asked.postDataBuffer()!;
    cut.sent = Math.floor(body.length / 2);
    await sendHalf(asked.url(), await asked.allHeaders(), body, cut.sent);
    await route.abort('connectionreset');
  });
  return cut;
}

/** Says that all of it comes, sends so much of it, and hangs up once that is under way. */
const sendHalf = (url: string, headers: Record<string, string>, body: Buffer, bytes: number): Promise<void> =>
  new Promise((resolve) => {
    const named = Object.entries(headers).filter(([name]) => !name.startsWith(':'));
    const sending = request(url, {
      method: 'PATCH',
      headers: { ...Object.fromEntries(named), 'content-length': String(body.length) },
    });
    sending.on('error', () => resolve());
    sending.write(body.subarray(0, bytes), () => setTimeout(() => sending.destroy(), 300));
    sending.on('close', () => resolve());
  });
