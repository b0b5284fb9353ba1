import type { Catalogue } from './catalogue.ts';
import type { CatalogueProblem } from './catalogue-error.ts';
import { coachingProblems } from './coaching-problems.ts';
import { instrumentProblems } from './instrument-problems.ts';
import { protocolProblems } from './protocol-problems.ts';
import { recordingProblems } from './recording-problems.ts';

type Named = readonly { readonly id: string }[];

/**
 * What schemas cannot see: ids used twice, and ids that name nothing. Returns every problem found.
 * Links from one item to another may name a ledger entry, a feature, one of the seven links, a review or
 * an item of a framework, so those ids are unique among themselves.
 */
export function referenceProblems(catalogue: Catalogue): CatalogueProblem[] {
  const problems: CatalogueProblem[] = [];
  const wrong = (file: string, path: string, reason: string) => problems.push({ file, path, reason });

  const unique = (file: string, items: Named) => {
    const seen = new Set<string>();
    for (const { id } of items) {
      if (seen.has(id)) wrong(file, id, `the id "${id}" is used twice`);
      seen.add(id);
    }
    return seen;
  };
  const known = (
    file: string,
    path: string,
    ids: readonly string[],
    among: ReadonlySet<string>,
    what: string,
  ) => {
    for (const id of ids) if (!among.has(id)) wrong(file, path, `"${id}" is not ${what}`);
  };

  const ledger = [...catalogue.programmes, ...catalogue.developmentForms, ...catalogue.mechanisms];
  const frameworkItems = catalogue.frameworks.flatMap((framework) =>
    framework.groups.flatMap((g) => g.items),
  );
  const reviews = unique('evidence/reviews.json', catalogue.reviews);
  const linkable = unique('evidence', [
    ...ledger,
    ...catalogue.features.features,
    ...catalogue.links.links,
    ...frameworkItems,
    ...catalogue.reviews,
  ]);
  const forms = unique('forms', [
    ...catalogue.forms,
    ...catalogue.agendas,
    catalogue.rivalExplanations,
    catalogue.claimLabels,
  ]);
  const purposes = unique('purposes.json', catalogue.purposes);
  unique('roles.json', catalogue.roles);
  unique('consent-purposes.json', catalogue.consentPurposes);
  unique('plan-templates.json', catalogue.planTemplates);
  for (const list of ['knowledge', 'needs', 'steps', 'review'] as const)
    unique(`resource-marks.json, ${list}`, catalogue.resourceMarks[list]);
  unique('attendance-codes', catalogue.attendanceLists);
  unique('design-checks.json', catalogue.designChecks);
  unique('evidence/checklists.json', catalogue.frameworks);
  unique('protocols', catalogue.protocols);

  const aLink = 'an id in the evidence ledger';
  for (const entry of ledger) {
    known('evidence', entry.id, entry.links, linkable, aLink);
    known(
      'evidence',
      entry.id,
      entry.prerequisites.flatMap((p) => p.id ?? []),
      linkable,
      aLink,
    );
  }
  for (const feature of catalogue.features.features) {
    known('evidence/features.json', feature.id, feature.links, linkable, aLink);
    known(
      'evidence/features.json',
      feature.id,
      feature.notes.flatMap((n) => n.review ?? []),
      reviews,
      'a review',
    );
  }
  for (const link of catalogue.links.links)
    known('evidence/links.json', link.id, link.links, linkable, aLink);
  for (const item of frameworkItems) known('evidence', item.id, item.links ?? [], linkable, aLink);
  for (const check of catalogue.designChecks) {
    known('design-checks.json', check.id, check.links, linkable, aLink);
  }

  for (const form of [...catalogue.forms, ...catalogue.agendas]) {
    known('forms', form.id, [form.purpose], purposes, 'one of the purposes');
  }
  for (const form of catalogue.forms) {
    unique(
      `forms/${form.id}.json`,
      form.parts.flatMap((part) => [part, ...(part.parts ?? [])]),
    );
    unique(
      `forms/${form.id}.json`,
      (form.topics ?? []).flatMap((group) => group.topics),
    );
  }
  for (const agenda of catalogue.agendas) unique(`forms/${agenda.id}.json`, agenda.items);

  for (const protocol of catalogue.protocols)
    for (const { path, reason } of protocolProblems(protocol, { forms, linkable }))
      wrong(`protocols/${protocol.id}.json`, path, reason);
  return [
    ...problems,
    ...coachingProblems(catalogue),
    ...recordingProblems(catalogue),
    ...instrumentProblems(catalogue),
  ];
}
