import { page, roles } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { coverKeepers, keepersAudience } from './cover.access.ts';
import { dayHref, lessonInWords, planPath, slotKey } from './cover.ts';
import { loadDay } from './load-day.ts';

/** What stands for one suggestion in the form: the class, and who is suggested. */
const tickOf = (key: string, personId: string): string => `${key} ${personId}`;

/** All suggestions of a day, to be looked at before they are taken in one go. */
export const planPage = page(planPath, {
  purpose: 'administration',
  access: roles(...coverKeepers),
  load: loadDay,
  view: ({ day, open, suggestions, today }, visit) => ({
    title: t('Suggestions for {day}', { day: formatDate(day, 'weekday') }),
    audience: keepersAudience(),
    trail: [{ label: t('Cover on {day}', { day: formatDate(day, 'weekday') }), href: dayHref(day, today) }],
    body:
      suggestions.size === 0
        ? empty({
            says:
              open.length === 0
                ? t('No class is open on this day.')
                : t('For none of the classes that are open is somebody free who could be suggested.'),
            todo: { label: t('Back to the day'), href: dayHref(day, today) },
          })
        : html`<p>
              ${tn(suggestions.size, 'One of {all} classes that are open has a suggestion.', '{n} of {all} classes that are open have a suggestion.', { all: open.length })}
              ${t('Untick what you wish to arrange by hand. Those who are asked hear of it at once.')}
            </p>
            ${form(
              {
                ...visit.formAt(planPath),
                button: t('Ask them all'),
                hidden: { day },
                cancel: dayHref(day, today),
              },
              (f) =>
                f.checkboxes({
                  name: 'take',
                  unmarked: true,
                  label: t('Suggestions'),
                  initial: open.flatMap((gap) => {
                    const found = suggestions.get(slotKey(gap));
                    return found ? [tickOf(slotKey(gap), found.personId)] : [];
                  }),
                  options: open.flatMap((gap, at) => {
                    const found = suggestions.get(slotKey(gap));
                    if (!found) return [];
                    const before = open
                      .slice(0, at)
                      .filter((each) => suggestions.get(slotKey(each))?.personId === found.personId).length;
                    return [
                      {
                        value: tickOf(slotKey(gap), found.personId),
                        label: t('{name}: {lesson}', { name: found.name, lesson: lessonInWords(gap) }),
                        hint: t('For {away}, {time}. {reasons}', {
                          away: gap.name,
                          time: gap.startsAt,
                          reasons: [
                            found.reasons,
                            before > 0 && tn(before, 'With one more above.', 'With {n} more above.'),
                          ]
                            .filter(Boolean)
                            .join(' '),
                        }),
                      },
                    ];
                  }),
                }),
            )}`,
  }),
});
