import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Item } from '#platform/access/who.ts';
import type { Visit } from '#platform/http/context.ts';
import { suggestionPolicy } from '../plan.policy.ts';
import { type OpenedPlan, openPlan } from '../scheme/open-plan.ts';
import type { Suggestion } from './suggestion.queries.ts';

export interface OpenedSuggestion {
  opened: OpenedPlan;
  suggestion: Suggestion;
  item: Item;
}

/** The suggestion in the address, beside its plan. Throws `NotFound`, or `NotAllowed` with whom to ask. */
export async function openSuggestion(visit: Visit): Promise<OpenedSuggestion> {
  const id = visit.params.suggestion!;
  if (!isId(id)) throw new NotFound();
  const opened = await openPlan(visit);
  const item = await visit.open(suggestionPolicy, id);
  const suggestion = opened.suggestions.find((each) => each.id === id);
  if (!suggestion) throw new NotFound();
  return { opened, suggestion, item };
}
