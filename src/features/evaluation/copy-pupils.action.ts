import { z } from 'zod';
import { NotAllowed } from '#platform/errors.ts';
import { id } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectAgreedPupils } from '#features/agreements/index.ts';
import { codeNamesOf, groupInput } from './add-group.action.ts';
import { groupHref } from './addresses.ts';
import { evaluationPolicy } from './evaluation.policy.ts';
import { fromAgreementPage } from './from-agreement.page.ts';
import { insertGroup } from './insert-group.ts';
import { openEvaluation } from './open-evaluation.ts';

/** A partner copies the pupils of their own agreement into the evaluation; the record says that it is a copy. */
export const copyPupils = action('/programmes/:programme/evaluation/groups/from-agreement', {
  purpose: 'learning',
  access: evaluationPolicy,
  page: fromAgreementPage,
  input: z.object({ ...groupInput, agreement: id() }),
  async run(change, { agreement, name, arm, keeps, ...codes }) {
    const opened = await openEvaluation(change, 'enter');
    const { programme } = opened;
    const agreed = await selectAgreedPupils(change.tx, change.who, programme.id);
    if (!agreed.some(({ agreementId }) => agreementId === agreement))
      throw new NotAllowed(t('This is not an agreement of yours.'), evaluationPolicy.ask);
    const group = await insertGroup(change, opened, {
      name,
      arm,
      keeps,
      codes: keeps === 'pupils' ? codeNamesOf(codes, []) : [],
      copiedFrom: agreement,
    });
    return see(
      groupHref(programme, group),
      t('The group is added. The agreement is as it was.'),
      groupHref(programme, group, 'end'),
    );
  },
});
