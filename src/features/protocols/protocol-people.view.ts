import { formatList, t } from '#platform/i18n/i18n.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import type { Protocol } from '#features/evidence/index.ts';
import { oneSchoolLabel, partSource, partSources } from './protocol-source.view.ts';
import { howMany, partWords, ruleWords, sizeWords } from './protocol-words.ts';

/** Who takes part, how many, and who may not: each rule with where it comes from. */
export const protocolPeople = (protocol: Protocol, own: boolean): Html => html`
  <h2 id="people">${t('Who takes part')}</h2>
  <p>${sizeWords(protocol.groupSize)}.</p>
  ${protocol.groupSize.source && partSource(protocol.groupSize.source, own)}
  <ul class="items">
    ${protocol.roles.map(
      (role) =>
        html`<li>
          <p>
            <strong>${role.title}</strong>
            <span class="meta">${partWords(role.part)}; ${howMany(role)}</span>
          </p>
          <p>${role.plain}</p>
          ${role.notHeldBy.length > 0 && html`<p>${t('Not held by {who}.', { who: formatList(role.notHeldBy) })}</p>`}
        </li>`,
    )}
  </ul>
  ${partSources(
    protocol.roles.map(({ title, source }) => ({ name: title, source })),
    own,
  )}
  ${membership(protocol, own)}
`;

const membership = (protocol: Protocol, own: boolean): Html =>
  protocol.membership.length === 0
    ? nothing
    : html`<h3>${t('Who may be in it, and who may not')}</h3>
        <ul class="items">
          ${protocol.membership.map(
            (rule) =>
              html`<li>
                <p><strong>${ruleWords(rule.rule)}</strong> ${oneSchoolLabel(rule.oneSchool)}</p>
                <p>${rule.words}</p>
              </li>`,
          )}
        </ul>
        ${partSources(
          protocol.membership.map(({ rule, source }) => ({ name: ruleWords(rule), source })),
          own,
        )}`;
