import { NotFound } from '#platform/errors.ts';
import { bytes, type BytesRoute } from '#platform/http/route.ts';
import { fileAnswer } from '#platform/storage/serve.ts';
import { filePolicy } from './file.policy.ts';
import { openFile, type PolicyOf } from './open-file.ts';

/** A file, or the part of it that a player asks for; `?download` saves it instead of showing it. */
export const sendFile = (policyOf: PolicyOf): BytesRoute =>
  bytes('/files/:owner/:file', {
    purpose: 'learning',
    access: filePolicy,
    async send(visit) {
      const { file } = await openFile(visit, policyOf);
      if (file.ended_at) throw new NotFound('This file was taken away.');
      const kept = {
        name: file.name,
        mediaType: file.media_type,
        bytes: Number(file.bytes),
        sha256: file.sha256,
      };
      const { headers: asked } = visit.arrival;
      const { status, headers, range } = fileAnswer(kept, {
        range: asked.range,
        ifRange: asked['if-range'] as string | undefined,
        ifNoneMatch: asked['if-none-match'],
        download: visit.query.download !== undefined,
      });
      const whole = status === 200 && range === null;
      const body = whole || range ? await visit.services.storage.open(file.sha256, range ?? undefined) : '';
      return { body, type: headers['content-type']!, status, headers };
    },
  });
