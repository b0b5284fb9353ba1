import { clipFormsList } from './clip-form.queries.ts';
import type { WrittenClipForm } from './clip-form.ts';
import { drawClipForms } from './clip-forms.view.ts';
import { pagePart } from '../../page-part.ts';

/** What was written about clips of a recording, side by side where two wrote about the same one. */
export const clipFormsOnPage = pagePart<WrittenClipForm>({
  asks: (who, { id }) => clipFormsList({ ownerId: who.organisationId, personId: who.personId }, id),
  draw: drawClipForms,
});
