import type { FastifyInstance, InjectOptions } from 'fastify';

/** Drives a site without a network, the way a browser without JavaScript would: for the story of the demo and for tests. */

export interface Answer {
  status: number;
  /** Where a redirect leads. */
  to: string;
  text: string;
  /** The body as it was sent, for files. */
  bytes: Buffer;
  headers: Record<string, string>;
  /** What was said after the last change, when something was. */
  said: string;
}

export type Fields = Record<string, string | number | readonly string[] | undefined>;

/** Somebody at a browser: remembers cookies, follows nothing by itself. */
export interface Browser {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, fields?: Fields, files?: readonly UploadFile[]): Promise<Answer>;
  /** What a page's own program sends, by a protocol with methods of its own. */
  transfer(
    method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    sent?: Sent,
  ): Promise<Answer>;
}

interface Sent {
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

export interface UploadFile {
  field: string;
  name: string;
  type?: string;
  body: string | Uint8Array;
}

/** A browser of its own for one person; `cookies` are those it begins with. */
export function openBrowser(app: FastifyInstance, cookies: Record<string, string>): Browser {
  async function send(request: InjectOptions): Promise<Answer> {
    const response = await app.inject({ ...request, cookies });
    let said = '';
    for (const cookie of response.cookies) {
      if (cookie.value) cookies[cookie.name] = cookie.value;
      else delete cookies[cookie.name];
      if (cookie.name.endsWith('_said') && cookie.value)
        said = (JSON.parse(Buffer.from(cookie.value, 'base64url').toString()) as { text: string }).text;
    }
    const headers = response.headers as Record<string, string>;
    return {
      status: response.statusCode,
      to: headers.location ?? '',
      text: response.body,
      bytes: response.rawPayload,
      headers,
      said,
    };
  }
  return {
    get: (path, headers = {}) => send({ method: 'GET', url: path, headers }),
    transfer: (method, path, { headers = {}, body } = {}) =>
      send({
        method,
        url: path,
        headers: { 'sec-fetch-site': 'same-origin', ...headers },
        ...(body === undefined ? {} : { payload: Buffer.from(body) }),
      }),
    post: (path, fields = {}, files) => {
      const url = new URL(path, 'http://localhost');
      const base = { method: 'POST' as const, url: url.pathname + url.search };
      if (files) return send({ ...base, ...multipart(fields, files) });
      return send({
        ...base,
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
        payload: new URLSearchParams(pairs(fields)).toString(),
      });
    },
  };
}

const pairs = (fields: Fields): [string, string][] =>
  Object.entries(fields).flatMap(([name, value]) =>
    value === undefined
      ? []
      : Array.isArray(value)
        ? value.map((each): [string, string] => [name, String(each)])
        : [[name, String(value)] as [string, string]],
  );

function multipart(
  fields: Fields,
  files: readonly UploadFile[],
): { headers: Record<string, string>; payload: Buffer } {
  const boundary = 'staffroom-form-boundary';
  const parts = [
    ...pairs(fields).map(([name, value]) =>
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    ),
    ...files.map((file) =>
      Buffer.concat([
        Buffer.from(
          `--${boundary}\r\ncontent-disposition: form-data; name="${file.field}"; filename="${file.name}"\r\n` +
            `content-type: ${file.type ?? 'application/octet-stream'}\r\n\r\n`,
        ),
        Buffer.from(file.body),
        Buffer.from('\r\n'),
      ]),
    ),
  ];
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, 'sec-fetch-site': 'same-origin' },
    payload: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  };
}
