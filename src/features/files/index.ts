import type { Feature } from '#platform/http/feature.ts';
import { endFile, restoreFile } from './end-file.action.ts';
import type { PolicyOf } from './open-file.ts';
import { sendFile } from './send-file.bytes.ts';
import { sweepFiles } from './sweep-files.job.ts';

export { answerWithFile } from './answer-with-file.ts';
export { copyFiles } from './copy-files.ts';
export { hangBytes } from './hang-bytes.ts';
export { attachUploads, largestFile, uploadInput } from './attach-uploads.ts';
export { type KeptFile, selectFiles } from './file.queries.ts';
export { filesInJson } from './files-in-json.ts';
export { fileInText, shownFiles } from './shown-files.ts';
export { fileHref, fileList, uploadFields } from './file.view.ts';

/**
 * Files that hang on items of any kind. It is given the list of features, itself among them, to find
 * the policy of an item's kind.
 */
export function files(features: () => readonly Feature[]): Feature {
  const policyOf: PolicyOf = (kind) =>
    features()
      .flatMap((feature) => feature.policies ?? [])
      .find((policy) => policy.kind === kind);
  return {
    name: 'files',
    routes: [sendFile(policyOf), endFile(policyOf), restoreFile(policyOf)],
    recurring: [sweepFiles],
  };
}
