import type { Feature } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { beginProtocol } from './begin-protocol.action.ts';
import { addToList, moveListEntry, removeListEntry, saveListEntry } from './change-list.action.ts';
import { importProtocol } from './import-protocol.action.ts';
import { importProtocolPage } from './import-protocol.page.ts';
import { listPartPage } from './list-part.page.ts';
import { listProtocolsPage } from './list-protocols.page.ts';
import { membershipPage } from './membership.page.ts';
import { moveStageAction, moveStepAction, removeStageAction } from './move-parts.action.ts';
import { myProtocolsPage } from './my-protocols.page.ts';
import { newProtocolPage } from './new-protocol.page.ts';
import { newTemplateStepPage } from './new-template-step.page.ts';
import { protocolFile } from './protocol-file.bytes.ts';
import { protocolPage } from './protocol.page.ts';
import { protocolTemplatePolicy } from './protocol-template.policy.ts';
import { publishProtocol } from './publish-protocol.action.ts';
import { restoreProtocol, withdrawProtocol } from './put-away-protocol.action.ts';
import { saveMembership } from './save-membership.action.ts';
import { addStage, saveStage } from './save-stage.action.ts';
import { saveTemplateAbout } from './save-template-about.action.ts';
import { addTemplateStep, removeTemplateStep, saveTemplateStep } from './save-template-step.action.ts';
import { newStagePage, stagePage } from './stage.page.ts';
import { templateAboutPage } from './template-about.page.ts';
import { templatePage } from './template.page.ts';
import { templateStepPage } from './template-step.page.ts';
import { tryProtocolPage } from './try-protocol.page.ts';
import { undoChange } from './undo-change.action.ts';
import { versionsPage } from './versions.page.ts';

export { type Calendar, selectCalendar } from './calendar.queries.ts';
export { dayOfWeek } from './days-of-steps.ts';
export { type Filter, filterIn, fitting, type Listed } from './filter-protocols.ts';
export { protocolCards, protocolFilters } from './list-protocols.view.ts';
export {
  allLines,
  keepVersion,
  ownProtocolLines,
  protocolOf,
  type ProtocolLine,
  type ProtocolRef,
  protocolToStart,
  selectProtocolLines,
  selectProtocols,
  shippedProtocol,
} from './protocol-of.ts';
export { partSource } from './protocol-source.view.ts';
export { kindWords, leadChoice, leadWords, modeWords, strandWords } from './words.ts';

/** Ways of learning together, as data: what each is, and what a school writes for itself. */
export const protocols: Feature = {
  name: 'protocols',
  place: 'learning',
  policies: [protocolTemplatePolicy],
  drafts: {
    protocol: () => t('A new protocol'),
    'protocol-about': () => t('A protocol, as a whole'),
    'protocol-membership': () => t('Who may be in a protocol’s groups'),
    'protocol-list': () => t('A part of a protocol'),
    'protocol-stage': () => t('A stage of a protocol'),
    'protocol-step': () => t('A step of a protocol'),
  },
  routes: [
    listProtocolsPage,
    myProtocolsPage,
    newProtocolPage,
    beginProtocol,
    importProtocolPage,
    importProtocol,
    templatePage,
    templateAboutPage,
    saveTemplateAbout,
    membershipPage,
    saveMembership,
    listPartPage,
    addToList,
    saveListEntry,
    removeListEntry,
    moveListEntry,
    newStagePage,
    addStage,
    stagePage,
    saveStage,
    moveStageAction,
    removeStageAction,
    newTemplateStepPage,
    addTemplateStep,
    templateStepPage,
    saveTemplateStep,
    removeTemplateStep,
    moveStepAction,
    undoChange,
    tryProtocolPage,
    versionsPage,
    publishProtocol,
    withdrawProtocol,
    restoreProtocol,
    protocolPage,
    protocolFile,
  ],
};
