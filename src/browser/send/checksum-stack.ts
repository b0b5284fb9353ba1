import { DefaultHttpStack, type HttpRequest, type HttpStack } from 'tus-js-client';

const toBase64 = (bytes: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(bytes)));

/** SHA-256 in base64; '' where the page came without https, which browsers do without then. */
export async function sha256Of(bytes: Blob): Promise<string> {
  if (!globalThis.crypto?.subtle) return '';
  return toBase64(await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer()));
}

/** What tus sends with, and beside each chunk what it comes to, so that it arrives as it is or not at all. */
export class ChecksumStack implements HttpStack {
  readonly #inner = new DefaultHttpStack({});

  getName = (): string => 'ChecksumStack';

  createRequest(method: string, url: string): HttpRequest {
    const request = this.#inner.createRequest(method, url);
    if (method !== 'PATCH') return request;
    const send = request.send.bind(request);
    const abort = request.abort.bind(request);
    let stopped = false;
    request.abort = () => {
      stopped = true;
      return abort();
    };
    request.send = async (body: unknown) => {
      if (body instanceof Blob) {
        const checksum = await sha256Of(body);
        // A request that was stopped before it was sent would go out all the same.
        if (stopped) throw new Error('stopped');
        if (checksum) request.setHeader('Upload-Checksum', `sha256 ${checksum}`);
      }
      return send(body);
    };
    return request;
  }
}
