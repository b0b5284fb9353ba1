import type { Visit } from '#platform/http/context.ts';
import type { Bytes } from '#platform/http/route.ts';
import { fileAnswer } from '#platform/storage/serve.ts';
import type { KeptFile } from './file.queries.ts';

/** A file, or the part of it that a player asks for; `?download` saves it instead. Who may have it was asked before. */
export async function answerWithFile(
  visit: Visit,
  file: Pick<KeptFile, 'name' | 'mediaType' | 'bytes' | 'sha256'>,
): Promise<Bytes> {
  const { headers: asked } = visit.arrival;
  const { status, headers, range } = fileAnswer(file, {
    range: asked.range,
    ifRange: asked['if-range'] as string | undefined,
    ifNoneMatch: asked['if-none-match'],
    download: visit.query.download !== undefined,
  });
  const whole = status === 200 && range === null;
  const body = whole || range ? await visit.services.storage.open(file.sha256, range ?? undefined) : '';
  return { body, type: headers['content-type']!, status, headers };
}
