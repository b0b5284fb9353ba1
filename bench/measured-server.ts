import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Answer, Question } from './protocol.ts';

const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Seeds in a process of its own, and comes back when that has ended well. */
export async function seed(databaseUrl: string, folder: string): Promise<void> {
  const child = fork(script('seed.ts'), [databaseUrl, folder]);
  const [status] = (await once(child, 'close')) as [number | null];
  if (status !== 0) throw new Error('The school could not be seeded; see above.');
}

/** The server under measure, and what it says of itself. One question at a time. */
export class MeasuredServer {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  static async start(databaseUrl: string, folder: string): Promise<MeasuredServer> {
    const child = fork(script('server.ts'), [databaseUrl, folder]);
    await answerOf(child);
    return new MeasuredServer(child);
  }

  async ask(question: Question): Promise<number> {
    return Number(await this.#ask(question));
  }

  /** The headers that sign this person in. */
  async headersOf(name: string | null): Promise<Record<string, string>> {
    return name === null ? {} : { cookie: `staffroom=${await this.#ask({ ask: 'sign-in', name })}` };
  }

  async #ask(question: Question): Promise<string | number> {
    const answer = answerOf(this.#child);
    this.#child.send(question);
    return answer;
  }

  stop(): void {
    this.#child.disconnect();
  }
}

async function answerOf(child: ChildProcess): Promise<string | number> {
  const ended = new AbortController();
  const exit = once(child, 'exit', { signal: ended.signal }).then(() => ({ error: 'The server ended.' }));
  const told = once(child, 'message', { signal: ended.signal }).then(([message]) => message as Answer);
  const answer = await Promise.race([told, exit]);
  ended.abort();
  await Promise.allSettled([told, exit]);
  if ('error' in answer) throw new Error(answer.error);
  return answer.value;
}
