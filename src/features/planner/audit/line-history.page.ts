import { audienceNote } from '#platform/access/audience-words.ts';
import { selectTexts } from '#platform/audit/text-versions.ts';
import { page } from '#platform/http/route.ts';
import { formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { card } from '#ui/card.ts';
import { definitionList } from '#ui/definition-list.ts';
import { countedList } from '#ui/list.ts';
import { auditPolicy } from '../planner.policy.ts';
import { asWritten } from '../words.view.ts';
import { criteria, lineHref } from './audit.ts';
import { lineTrail } from './line.page.ts';
import { openLine } from './open-audit.ts';

/** All that a line has said, the latest first. */
export const lineHistoryPage = page('/school/cycle-audit/:year/lines/:line/history', {
  purpose: 'learning',
  access: auditPolicy,
  async load(visit) {
    const opened = await openLine(visit);
    const of = { ownerId: visit.organisationId, id: opened.line.id };
    return { opened, texts: await selectTexts(visit.db, of) };
  },
  view: ({ opened, texts }, visit) => ({
    title: t('Earlier versions of “{title}”', { title: opened.line.title }),
    audience: audienceNote(opened.item, auditPolicy, visit.who),
    trail: [
      ...lineTrail(opened),
      { label: opened.line.title, href: lineHref(opened.year.year, opened.line) },
    ],
    body: countedList({
      says: tn(texts.length, '{n} version', '{n} versions'),
      items: texts.map(({ version, writtenBy, writtenAt, fields }) =>
        card({
          title: t('Version {n}', { n: version }),
          meta: t('{name}, {when}', { name: writtenBy, when: formatMoment(writtenAt) }),
          body: definitionList(labels().map(([name, term]) => ({ term, says: words(fields[name]) }))),
        }),
      ),
      empty: t('Nothing has been written yet.'),
    }),
  }),
});

const words = (value: unknown) => typeof value === 'string' && value !== '' && asWritten(value);

const labels = (): [string, string][] => [
  ['title', t('What it is called')],
  ['specialist', t('Specialist input')],
  ['peer', t('Peer support')],
  ...criteria().map(({ id, title }): [string, string] => [`criterion_${id}`, t(title)]),
  ['keep', t('What to keep the same')],
  ['change', t('What to change')],
];
