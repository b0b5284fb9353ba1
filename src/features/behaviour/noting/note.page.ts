import { allStaff } from '#platform/access/audience-words.ts';
import type { AudienceNote } from '#platform/http/content.ts';
import type { Visit } from '#platform/http/context.ts';
import { members, page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { html } from '#ui/html.ts';
import { behaviourPath, classHref, pupilHref } from '../addresses.ts';
import { noteForm } from './note-form.view.ts';
import { selectClassToNote, selectPupilToNote } from './note.queries.ts';

const anyStaff = (visit: Visit): AudienceNote =>
  allStaff(
    visit.who,
    t(
      'Everybody who works at the school can note something about any pupil. What was noted is read by those who teach the pupil, the head, senior leaders and the safeguarding lead, and by whoever wrote it.',
    ),
  );

const trail = () => [{ label: t('What went well, what went wrong'), href: behaviourPath }];

/** Something about pupils of a class, noted in a few seconds. */
export const noteClassPage = page(classHref(':unit'), {
  purpose: 'administration',
  access: members('staff'),
  load: (visit) => selectClassToNote(visit.db, visit.who, visit.params.unit!, visit.today),
  view: (data, visit) => ({
    title: t('Note something about {unit}', { unit: data.unit.name }),
    audience: anyStaff(visit),
    trail: trail(),
    body: html`${
      data.unit.wentWell !== null &&
      html`<p>
        ${tn(data.unit.wentWell, '{n} thing went well with this class this term.', '{n} things went well with this class this term.')}
      </p>`
    }
    ${noteForm(data, classHref(data.unit.id), visit)}
    ${quietActions([{ label: t('The class'), href: `/people/units/${data.unit.id}`, icon: 'pupils' }])}`,
  }),
});

/** Something about one pupil, wherever somebody of the staff met them. */
export const notePupilPage = page(pupilHref(':pupil', 'note'), {
  purpose: 'administration',
  access: members('staff'),
  load: (visit) => selectPupilToNote(visit.db, visit.who, visit.params.pupil!, visit.today),
  view: (data, visit) => ({
    title: t('Note something about {name}', { name: data.pupils[0]!.name }),
    audience: anyStaff(visit),
    trail: trail(),
    body: noteForm(data, pupilHref(data.pupils[0]!.personId, 'note'), visit),
  }),
});
