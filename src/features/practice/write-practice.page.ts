import { onlyYou } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { isId } from '#platform/db/ids.ts';
import { html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { myPractice, practiceHref } from './addresses.ts';
import { openOwnPractice } from './open-own-practice.ts';
import { practiceForm, valuesOf } from './practice-form.ts';
import { practicePolicy } from './practice.policy.ts';
import { selectTechniqueChoices } from './techniques/technique-choice.ts';
import { shippedTechnique } from './techniques/technique.ts';

const address = `${myPractice}/new`;
const newDraft = 'practice:new';

/**
 * Begins a practice: `?technique=`, `?words=`, `?step=` (an action step of one's coaching) and
 * `?after=` (an observation of one's lesson) fill in what is known.
 */
export const newPracticePage = page(address, {
  purpose: 'learning',
  access: members('staff'),
  async load(visit) {
    const techniques = await selectTechniqueChoices(visit.db, visit.who);
    return { techniques, draft: await visit.draft(newDraft) };
  },
  view({ techniques, draft }, visit) {
    const { words, technique = '', step = '', after = '' } = visit.query;
    const { values, errors } = visit.formAt(address);
    const chosen = techniques.find(({ value }) => value === technique);
    // What one comes with wins over a draft of something else.
    const given = chosen || words ? { words: words ?? chosen?.label, technique: chosen?.value } : draft;
    return {
      title: t('Begin to practise something'),
      audience: onlyYou(t('It is yours. Nobody else can open it unless you share it.')),
      trail: [{ label: t('My practice'), href: myPractice }],
      body: html`<p>
          ${t('One thing at a time: small enough to rehearse in five minutes and to try this week.')}
        </p>
        ${practiceForm(
          {
            action: address,
            button: t('Begin'),
            values: { ...given, ...values },
            errors,
            draft: newDraft,
            hidden: { step: isId(step) ? step : '', after: isId(after) ? after : '' },
            cancel: myPractice,
          },
          { techniques, habits: shippedTechnique(technique)?.replaces ?? [] },
        )}`,
    };
  },
});

/** Revises what one practises and how one pictures it; earlier texts are kept. `?smaller=yes` says how to make it smaller. */
export const editPracticePage = page('/practice/:person/:practice/edit', {
  purpose: 'learning',
  access: practicePolicy,
  async load(visit) {
    const practice = await openOwnPractice(visit);
    const techniques = await selectTechniqueChoices(visit.db, visit.who);
    return { practice, techniques, draft: await visit.draft(`practice:${practice.id}`) };
  },
  view({ practice, techniques, draft }, visit) {
    const action = practiceHref(practice, 'edit');
    const { values, errors } = visit.formAt(action);
    return {
      title: visit.query.smaller ? t('Make it smaller') : t('Revise what I practise'),
      audience: onlyYou(
        practice.grants.length > 0
          ? t('Only you can change it. Those you share it with read the new text once you save.')
          : t('Only you can change it, and nobody else can read it.'),
      ),
      trail: [
        { label: t('My practice'), href: myPractice },
        { label: practice.words, href: practiceHref(practice) },
      ],
      body: html`${
        visit.query.smaller &&
        notice(
          'info',
          t(
            'What part of it takes a minute? One class, one moment of the lesson, one sentence you say. Write that part here; the larger one is kept with the earlier texts.',
          ),
        )
      }
      ${practiceForm(
        {
          action,
          button: t('Save'),
          values: { ...valuesOf(practice), ...draft, ...values },
          errors,
          draft: `practice:${practice.id}`,
          hidden: { version: practice.version },
          cancel: practiceHref(practice),
        },
        { techniques, habits: shippedTechnique(practice.technique ?? '')?.replaces ?? [] },
      )}`,
    };
  },
});
