import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type ClientRequest, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestSite } from '#test/site.ts';

/** Somebody's device that sends by tus over a real line, which can be cut. */

type Headers = Record<string, string>;

export interface Sent {
  status: number;
  offset: number | null;
  location: string;
  text: string;
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** What a chunk comes to, as the header says it. */
export const checksumOf = (chunk: Uint8Array): Headers => ({
  'upload-checksum': `sha256 ${createHash('sha256').update(chunk).digest('base64')}`,
});

export async function senders(
  site: TestSite,
): Promise<(person: { personId: string; organisationId: string }) => Promise<Sender>> {
  await site.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = site.app.server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  site.services.address = () => origin;
  return async (person) => {
    const { name, value } = await site.cookieOf(person);
    return new Sender(origin, `${name}=${value}`);
  };
}

export class Sender {
  readonly #origin: string;
  readonly #cookie: string;

  constructor(origin: string, cookie: string) {
    this.#origin = origin;
    this.#cookie = cookie;
  }

  async ask(method: string, path: string, headers: Headers = {}, body?: Uint8Array): Promise<Sent> {
    const answer = await fetch(this.#origin + path, {
      method,
      redirect: 'manual',
      headers: { cookie: this.#cookie, 'tus-resumable': '1.0.0', ...headers },
      ...(body ? { body: body as BodyInit } : {}),
    });
    const offset = answer.headers.get('upload-offset');
    return {
      status: answer.status,
      offset: offset === null ? null : Number(offset),
      location: answer.headers.get('location') ?? '',
      text: await answer.text(),
    };
  }

  begin(recording: string, bytes: number, { name = 'IMG_2041.mov', prepared = {} } = {}): Promise<Sent> {
    return this.ask('POST', `${recording}/upload`, {
      'upload-length': String(bytes),
      'upload-metadata': `name ${base64(name)},prepared ${base64(JSON.stringify(prepared))}`,
    });
  }

  patch(
    address: string,
    offset: number,
    chunk: Uint8Array,
    headers: Headers = checksumOf(chunk),
  ): Promise<Sent> {
    return this.ask('PATCH', address, this.#chunkHeaders(offset, headers), chunk);
  }

  head = (address: string): Promise<Sent> => this.ask('HEAD', address);

  /** Sends the beginning of a chunk and cuts the line, once something of it `arrives`. */
  async cut(
    address: string,
    offset: number,
    chunk: Uint8Array,
    after: number,
    headers: Headers,
    arrives: Promise<unknown> = new Promise((soon) => setTimeout(soon, 60)),
  ): Promise<void> {
    const request = this.#open(address, offset, chunk.length, headers);
    const broken = once(request, 'error');
    await new Promise((sent) => request.write(chunk.subarray(0, after), sent));
    await arrives;
    request.destroy(new Error('the line is cut'));
    await broken;
  }

  /** Sends the beginning of a chunk and then nothing: a line that is gone without anybody hearing of it. */
  hang(
    address: string,
    offset: number,
    chunk: Uint8Array,
    after: number,
  ): Record<'begun' | 'over', Promise<unknown>> {
    const request = this.#open(address, offset, chunk.length, checksumOf(chunk));
    const begun = new Promise((sent) => request.write(chunk.subarray(0, after), () => setTimeout(sent, 60)));
    const over = Promise.race([once(request, 'response'), once(request, 'error')]).finally(() =>
      request.destroy(),
    );
    return { begun, over };
  }

  #open(address: string, offset: number, length: number, headers: Headers): ClientRequest {
    return ask(this.#origin + address, {
      method: 'PATCH',
      headers: {
        cookie: this.#cookie,
        'tus-resumable': '1.0.0',
        'content-length': String(length),
        ...this.#chunkHeaders(offset, headers),
      },
    });
  }

  /** Sends all of it in chunks, from where it stands. */
  async all(address: string, film: Buffer, chunk = 64 * 1024): Promise<Sent> {
    let answer = await this.head(address);
    while (answer.offset !== null && answer.offset < film.length)
      answer = await this.patch(address, answer.offset, film.subarray(answer.offset, answer.offset + chunk));
    return answer;
  }

  #chunkHeaders = (offset: number, headers: Headers): Headers => ({
    'content-type': 'application/offset+octet-stream',
    'upload-offset': String(offset),
    ...headers,
  });
}
