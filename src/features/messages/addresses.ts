export const messagesPath = '/messages';
export const newPath = `${messagesPath}/new`;
export const newClassPath = `${newPath}/class`;
export const newStaffPath = `${newPath}/staff`;
export const watchPath = `${messagesPath}/watch`;
export const ownReportsPath = `${messagesPath}/reports`;
export const settingsPath = `${messagesPath}/settings`;

type TalkPart = 'mute' | 'unmute' | 'leave' | 'come-back' | 'end' | 'restore';
export const talkHref = (id: string, part?: TalkPart): string =>
  part === undefined ? `${messagesPath}/${id}` : `${messagesPath}/${id}/${part}`;

type MessagePart = 'change' | 'undo' | 'take-back' | 'report' | 'look';
export const messageHref = (talkId: string, messageId: string, part: MessagePart): string =>
  `${talkHref(talkId)}/${messageId}/${part}`;

/** Where one message stands on the newest page of its conversation. */
export const atMessage = (talkId: string, messageId: string): string => `${talkHref(talkId)}#m-${messageId}`;

export const reportHref = (id: string): string => `${ownReportsPath}/${id}`;

/** Where somebody writes to one other person; about a child, where one of the two is of its family. */
export const toHref = (personId: string, aboutId?: string | null): string =>
  aboutId ? `${messagesPath}/to/${personId}/about/${aboutId}` : `${messagesPath}/to/${personId}`;
