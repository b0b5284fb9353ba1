import http from 'node:http';

export interface Sent {
  status: number;
  body: Buffer;
  ms: number;
}

/** A client that keeps its connections, on this machine alone. */
export class Client {
  readonly #agent: http.Agent;
  readonly #port: number;

  constructor(port: number, connections: number) {
    this.#port = port;
    this.#agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Sent> {
    const started = performance.now();
    return new Promise((resolve, reject) => {
      const request = http.get(
        { host: '127.0.0.1', port: this.#port, path, headers, agent: this.#agent },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.once('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              body: Buffer.concat(chunks),
              ms: performance.now() - started,
            }),
          );
          response.once('error', reject);
        },
      );
      request.setTimeout(10_000, () => request.destroy(new Error(`${path} took more than ten seconds`)));
      request.once('error', reject);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

export interface Load {
  /** Milliseconds of each request, in the order they came back. */
  times: number[];
  seconds: number;
}

/** Sends `requests` in all, `users` at a time, each as soon as its last has come back; stops after `longestSeconds`. */
export async function load(
  port: number,
  path: string,
  headers: Record<string, string>,
  { users, requests, longestSeconds }: { users: number; requests: number; longestSeconds: number },
): Promise<Load> {
  const client = new Client(port, users);
  const times: number[] = [];
  const started = performance.now();
  const deadline = started + longestSeconds * 1000;
  let left = requests;
  const user = async (): Promise<void> => {
    while (left > 0 && performance.now() < deadline) {
      left--;
      const { status, ms } = await client.get(path, headers);
      if (status !== 200) throw new Error(`${path} answered ${status} under load`);
      times.push(ms);
    }
  };
  await Promise.all(Array.from({ length: users }, user));
  client.close();
  return { times, seconds: (performance.now() - started) / 1000 };
}

/** The value below which that part of them lies: `percentile(times, 0.95)`. */
export function percentile(times: readonly number[], part: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? 0;
}
