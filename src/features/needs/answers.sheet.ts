import { type Cell, sheet } from '#platform/http/sheet.ts';
import { bytes } from '#platform/http/route.ts';
import { formatMoment, t } from '#platform/i18n/i18n.ts';
import { beganToday, noteAnswersRead } from './log-answers.ts';
import { askingPolicy } from './need.policy.ts';
import { otherParts, saidInWords } from './needs-form.ts';
import { openAsking } from './open-asking.ts';
import { selectNeeds } from './results.queries.ts';

/** More needs than any school's staff can name at six each. */
const most = 20_000;

/** Every need with who raised it and what it is joined to, for a spreadsheet: one need a line. */
export const answersSheet = bytes('/school/needs/:asking/answers.csv', {
  purpose: 'learning',
  access: askingPolicy,
  async send(visit) {
    const asking = await openAsking(visit, 'manage');
    const all = { side: null, topic: null, unit: null, joined: null };
    const { needs } = await selectNeeds(
      visit.db,
      visit.who,
      asking.id,
      all,
      { limit: most, offset: 0 },
      { manner: 'export', since: beganToday(visit), today: visit.today },
    );
    noteAnswersRead(visit, needs, 'export');
    const parts = otherParts();
    const rows = needs.map((need): Cell[] => {
      const said = new Map(saidInWords(need.said).map(({ id, text }) => [id, text]));
      return [
        need.person,
        need.side === 'most' ? t('Most needed') : t('Least needed'),
        need.place,
        need.topic,
        need.words,
        need.priority,
        need.individual ? t('Yes') : null,
        need.programme,
        formatMoment(need.savedAt),
        ...parts.map((part) => said.get(part.id) ?? null),
      ];
    });
    const head = [
      t('Who'),
      t('Side'),
      t('Number'),
      t('Topic'),
      t('In their words'),
      t('School priority'),
      t('Individual need'),
      t('Programme'),
      t('Saved'),
      ...parts.map((part) => part.question),
    ];
    return sheet(`needs-${asking.slug}`, [head, ...rows]);
  },
});
