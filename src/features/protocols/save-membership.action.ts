import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { optionalLine, ticked, version } from '#platform/http/input.ts';
import { action } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { MembershipRule } from '#features/evidence/index.ts';
import { templateHref } from './addresses.ts';
import { changeDraft } from './change-draft.ts';
import { changedSource, type Draft, ownSource } from './draft.ts';
import { membershipPage } from './membership.page.ts';
import { membershipRules, ruleWords } from './protocol-words.ts';
import { protocolTemplatePolicy } from './protocol-template.policy.ts';

const input = z.object({
  version: version(),
  ...Object.fromEntries(membershipRules.map((rule) => [rule, ticked()])),
  ...Object.fromEntries(membershipRules.map((rule) => [`${rule}-words`, optionalLine(400)])),
});

/** Saves which rules of membership hold, in which words. */
export const saveMembership = action('/protocols/mine/:template/membership', {
  purpose: 'learning',
  access: protocolTemplatePolicy,
  page: membershipPage,
  input,
  async run(change, { version: shown, ...sent }) {
    const school = change.who.standing.organisation.name;
    const changed = await changeDraft(change, {
      kind: 'membership-changed',
      over: {
        shown,
        part: ({ membership }) => membership,
        fields: ({ membership }) =>
          membership.map(({ rule, words }) => ({
            name: `${rule}-words`,
            label: ruleWords(rule),
            text: words,
          })),
      },
      apply(draft) {
        draft.membership = rulesIn(sent as Record<string, unknown>, draft, school);
      },
    });
    return changed.see(templateHref(changed.template), t('The rules are saved.'));
  },
});

/** The rules that were ticked. One whose words stayed as they were keeps its source. */
function rulesIn(sent: Readonly<Record<string, unknown>>, draft: Draft, school: string): MembershipRule[] {
  return membershipRules
    .filter((rule) => sent[rule] === true)
    .map((rule) => {
      const words = String(sent[`${rule}-words`] ?? '');
      if (words === '') throw new Refused({ [`${rule}-words`]: t('Say in words what this rule means.') });
      const before = draft.membership.find((each) => each.rule === rule);
      if (!before) return { rule, words, source: ownSource(school) };
      return before.words === words ? before : { rule, words, source: changedSource(before.source, school) };
    });
}
