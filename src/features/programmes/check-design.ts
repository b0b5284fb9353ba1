import {
  catalogue,
  evaluateDesign,
  type Finding,
  type FindingGroup,
  type LinkReading,
  readLinks,
} from '#features/evidence/index.ts';
import type { Design } from './design.ts';
import { designFacts } from './facts.ts';

export interface DesignReading {
  /** What the check noticed, by sort; advice with its sources. */
  findings: Readonly<Record<FindingGroup, readonly Finding[]>>;
  /** The seven links, each as a sentence on what the design has. */
  links: readonly LinkReading[];
}

/** Reads a design with the catalogue's checks. No score, no order of gravity. */
export function checkDesign(design: Design): DesignReading {
  const facts = designFacts(design);
  const all = catalogue();
  const findings = evaluateDesign(all.designChecks, facts);
  const of = (group: FindingGroup) => findings.filter((finding) => finding.group === group);
  return {
    findings: { missing: of('missing'), risk: of('risk'), keep: of('keep') },
    links: readLinks(all.links.links, facts),
  };
}
