import type { Protocol, ProtocolStep } from './protocol.schema.ts';

/** The ids outside a protocol that it may name. */
export interface KnownIds {
  /** Forms and agendas people fill in. */
  readonly forms: ReadonlySet<string>;
  /** Entries of the evidence ledger, features, links, reviews and items of checklists. */
  readonly linkable: ReadonlySet<string>;
}

/** One thing wrong in a protocol: the way to it, as `stages[1].steps[0].after`, and why. */
export interface ProtocolProblem {
  readonly path: string;
  readonly reason: string;
}

/** What the schema cannot see: ids used twice, ids that name nothing, weeks and cycles that cannot be. */
export function protocolProblems(protocol: Protocol, known: KnownIds): ProtocolProblem[] {
  const problems: ProtocolProblem[] = [];
  const wrong = (path: string, reason: string) => problems.push({ path, reason });
  const unique = (path: string, items: readonly { readonly id: string }[]): Set<string> => {
    const seen = new Set<string>();
    for (const { id } of items) {
      if (seen.has(id)) wrong(path, `the id "${id}" is used twice`);
      seen.add(id);
    }
    return seen;
  };
  const names = (path: string, ids: readonly string[], among: ReadonlySet<string>, what: string) => {
    for (const id of ids) if (!among.has(id)) wrong(path, `"${id}" is not ${what}`);
  };

  const placed = protocol.stages.flatMap((stage, s) =>
    stage.steps.map((step, n) => ({ step, stage, path: `stages[${s}].steps[${n}]` })),
  );
  const steps = unique(
    'stages',
    placed.map(({ step }) => step),
  );
  const stages = unique('stages', protocol.stages);
  const roles = unique('roles', protocol.roles);
  const ingredients = unique('ingredients', protocol.ingredients);
  const products = unique('produces', protocol.produces);
  unique('report', protocol.report);
  unique('timing', protocol.timing);
  unique('questions', protocol.questions ?? []);
  const weekOf = new Map(placed.map(({ step }) => [step.id, step.week]));

  for (const { step, stage, path } of placed) {
    names(`${path}.after`, step.after ?? [], steps, 'a step of this protocol');
    names(`${path}.for`, step.for ?? [], roles, 'a role of this protocol');
    names(`${path}.first`, step.first ? [step.first] : [], roles, 'a role of this protocol');
    names(
      `${path}.ingredient`,
      step.ingredient ? [step.ingredient] : [],
      ingredients,
      'an ingredient of this protocol',
    );
    names(`${path}.form`, step.form ? [step.form] : [], known.forms, 'a form or agenda');
    unique(`${path}.sections`, step.sections ?? []);
    if (step.cycle !== stage.cycle)
      wrong(`${path}.cycle`, `is ${step.cycle} in a stage of cycle ${stage.cycle}`);
    for (const earlier of step.after ?? [])
      if ((weekOf.get(earlier) ?? 0) > step.week)
        wrong(`${path}.after`, `"${earlier}" comes in a later week`);
  }
  questionsAreAsked(protocol, wrong);
  names('again.stages', protocol.again?.stages ?? [], stages, 'a stage of this protocol');
  protocol.ingredients.forEach((ingredient, n) =>
    names(`ingredients[${n}].links`, ingredient.links, known.linkable, 'an id in the evidence ledger'),
  );
  protocol.carriesOver.forEach(({ from, to }, n) => {
    names(
      `carriesOver[${n}].from`,
      from ? [from] : [],
      new Set([...steps, ...products]),
      'a step or product',
    );
    names(`carriesOver[${n}].to`, to ? [to] : [], steps, 'a step of this protocol');
  });
  return problems;
}

/** Questions that are repeated at each stage have one place at each stage, and no step asks what there is not. */
function questionsAreAsked(protocol: Protocol, wrong: (path: string, reason: string) => void): void {
  protocol.stages.forEach((stage, n) => {
    const asking = stage.steps.filter((step: ProtocolStep) => step.asksQuestions).length;
    if (protocol.questions && asking !== 1)
      wrong(`stages[${n}].steps`, `${asking} of them ask the questions; one step of each stage does`);
    if (!protocol.questions && asking > 0)
      wrong(`stages[${n}].steps`, 'a step asks the questions, and the protocol has none');
  });
}
