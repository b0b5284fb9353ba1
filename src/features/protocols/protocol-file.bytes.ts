import { bytes, members } from '#platform/http/route.ts';
import { Protocol } from '#features/evidence/index.ts';
import { selectExplained } from './select-explained.ts';

/** A protocol as one file, which another school imports; its parts in the order of the schema. */
export const protocolFile = bytes('/protocols/:protocol/file', {
  purpose: 'learning',
  access: members('staff', 'guest'),
  async send(visit) {
    const { protocol } = await selectExplained(visit);
    return {
      body: `${JSON.stringify(Protocol.parse(protocol), null, 2)}\n`,
      type: 'application/json; charset=utf-8',
      saveAs: `${protocol.id}.json`,
    };
  },
});
