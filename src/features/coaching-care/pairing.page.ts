import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { belowCaseload, careAudience, carePath, careRoles } from './care.ts';
import { titleOfPairing } from './caseload.ts';
import { selectPairing } from './caseload.queries.ts';
import { pairingView } from './pairing.view.ts';

/** One pairing as whoever looks after it sees it: its people, when they met, what they asked for. */
export const pairingPage = page(`${carePath}/pairings/:pairing`, {
  purpose: 'administration',
  access: careRoles,
  async load(visit) {
    const id = visit.params.pairing ?? '';
    if (!isId(id)) throw new NotFound();
    const { pairings, ...rest } = await selectPairing(visit.db, visit.who, { id, today: visit.today });
    const [pairing] = pairings;
    if (!pairing) throw new NotFound();
    return { pairing, ...rest };
  },
  view: (data) => ({
    title: titleOfPairing(data.pairing),
    audience: careAudience(),
    trail: belowCaseload(),
    status: {
      where:
        data.pairing.state === 'ended'
          ? t('Ended on {day}.', { day: formatDate(data.pairing.endedAt!) })
          : data.pairing.state === 'asked'
            ? t('Asked on {day}. Not everybody has answered.', { day: formatDate(data.pairing.askedAt) })
            : t('It goes on since {day}.', { day: formatDate(data.pairing.startsOn!) }),
    },
    body: pairingView(data),
  }),
});
