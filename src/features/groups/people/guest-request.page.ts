import { theseRoles } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { countedList, pager } from '#ui/list.ts';
import { personName } from '#ui/person-name.ts';
import { administrators } from '#features/people/index.ts';
import { groupHref, groupPolicy, programmeTrail, templateOf } from '#features/programmes/index.ts';
import { perPage, selectRequests } from './guest-request.queries.ts';
import { partsFor, rolesIn } from './membership-rules.ts';
import { openGroupFor } from './people-open.ts';
import { notHeldBy } from './people-rules.view.ts';
import { partTitle } from './people-words.ts';

/** Naming somebody from outside the school whom the group would like to ask. */
export const guestRequestPage = page('/groups/:programme/people/outside', {
  purpose: 'learning',
  access: groupPolicy,
  async load(visit) {
    const { programme } = await openGroupFor(visit, 'design');
    const [protocol, requests] = await Promise.all([
      templateOf(visit.db, programme),
      selectRequests(visit.db, programme.owner_id, { programmeId: programme.id, page: visit.pageNumber }),
    ]);
    return { programme, protocol, ...requests, parts: partsFor(protocol, 'guest') };
  },
  view({ programme, protocol, waiting, all, parts }, visit) {
    const here = groupHref(programme, 'people/outside');
    const state = visit.formAt(here);
    return {
      title: t('Somebody from outside the school'),
      audience: {
        ...theseRoles(
          administrators,
          t('Those who look after people let guests in, and those who plan the group see what it asked for.'),
        ),
        words: t('Those who keep the plan or facilitate, and those who look after people at the school'),
      },
      trail: [
        ...programmeTrail(programme),
        { label: t('People'), href: groupHref(programme, 'people') },
        { label: t('Find people'), href: groupHref(programme, 'people/find') },
      ],
      body: html`${
          parts.length === 0
            ? html`<p>${t('This protocol is for people who work at the school.')}</p>`
            : programme.closed_at
              ? html`<p>${t('The group is closed.')}</p>`
              : html`<p>
                    ${t('They become a guest of your school, and see this group and nothing else of it. Those who look after people decide; then the person is invited, and says yes or no.')}
                  </p>
                  ${form(
                    {
                      ...state,
                      action: here,
                      values: state.values ?? { part: parts[0] },
                      button: t('Ask for them'),
                      ...(parts.length === 1 ? { hidden: { part: parts[0]! } } : {}),
                    },
                    (f) => [
                      notHeldBy(parts.flatMap((part) => rolesIn(protocol, part))),
                      f.text({ name: 'given', label: t('First name'), required: true, maxlength: 100 }),
                      f.text({ name: 'family', label: t('Family name'), required: true, maxlength: 100 }),
                      f.email({ name: 'address', label: t('E-mail address'), required: true }),
                      f.text({
                        name: 'comes_from',
                        label: t('School or organisation'),
                        required: true,
                        maxlength: 120,
                      }),
                      parts.length > 1 &&
                        f.radios({
                          name: 'part',
                          label: t('As what?'),
                          required: true,
                          options: parts.map((part) => ({ value: part, label: partTitle(protocol, part) })),
                        }),
                      f.textarea({
                        name: 'words',
                        label: t('A few words to them'),
                        rows: 3,
                        maxlength: 1000,
                      }),
                    ],
                  )}`
        }
        <h2>${t('Asked for, and not answered yet')}</h2>
        ${countedList({
          says: tn(all, 'One person', '{n} people'),
          dense: true,
          withEnd: true,
          items: waiting.map(
            ({ id, name, comesFrom, by, at }) =>
              html`<span
                  >${personName({ name })}
                  <span class="meta"
                    >${t('{from}; asked for by {by} on {day}', { from: comesFrom, by, day: formatDate(at, 'short') })}</span
                  ></span
                >
                ${form({
                  action: groupHref(programme, `people/outside/${id}/withdraw`),
                  button: t('Take back'),
                  describe: t('Take back: {name}', { name }),
                  quiet: true,
                  prefix: `request-${id}`,
                })}`,
          ),
          empty: empty({ says: t('Nobody is asked for now.') }),
        })}
        ${pager({ page: visit.pageNumber, pages: Math.ceil(all / perPage), path: here })}`,
    };
  },
});
