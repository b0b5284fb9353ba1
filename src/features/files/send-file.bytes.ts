import { NotFound } from '#platform/errors.ts';
import { bytes, type BytesRoute } from '#platform/http/route.ts';
import { answerWithFile } from './answer-with-file.ts';
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
      return answerWithFile(visit, {
        name: file.name,
        mediaType: file.media_type,
        bytes: Number(file.bytes),
        sha256: file.sha256,
      });
    },
  });
