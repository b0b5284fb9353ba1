import { z } from 'zod';
import { choice, line, optionalNumber, optionalProse } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { groupHref } from './addresses.ts';
import { makeCodeNames, readCodeNames } from './code-names.ts';
import { evaluationPolicy } from './evaluation.policy.ts';
import { arms, keepings } from './group.ts';
import { groupsPage } from './groups.page.ts';
import { insertGroup } from './insert-group.ts';
import { openEvaluation } from './open-evaluation.ts';

/** The fields in which code names come. */
export const codeFields = { codes: optionalProse(8000), how_many: optionalNumber(1, 60) };

/** What a new group is made of. */
export const groupInput = {
  name: line('Name the group.', 80),
  arm: choice(arms),
  keeps: choice(keepings),
  ...codeFields,
};

/** A teacher names a group of pupils; nobody else can open it until the teacher shares it. */
export const addGroup = action('/programmes/:programme/evaluation/groups', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  page: groupsPage,
  input: z.object(groupInput),
  async run(change, { name, arm, keeps, ...codes }) {
    const opened = await openEvaluation(change, 'enter');
    const group = await insertGroup(change, opened, {
      name,
      arm,
      keeps,
      codes: keeps === 'pupils' ? codeNamesOf(codes, []) : [],
    });
    const { programme } = opened;
    return see(groupHref(programme, group), t('The group is added.'), groupHref(programme, group, 'end'));
  },
});

/** Names typed or asked for. `taken` are used in the group already. */
export const codeNamesOf = (
  { codes, how_many }: { codes: string; how_many: number | null },
  taken: readonly string[],
): string[] => {
  const typed = readCodeNames(codes, taken);
  return typed.length > 0 || how_many === null ? typed : makeCodeNames(Math.round(how_many), taken);
};
