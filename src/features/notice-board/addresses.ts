export const boardPath = '/notices';
export const newPath = `${boardPath}/new`;
export const earlierPath = `${boardPath}/earlier`;
export const missedPath = `${boardPath}/missed`;
export const bulletinPath = `${boardPath}/bulletin`;

type Part = 'change' | 'end' | 'restore' | 'read' | 'readers' | 'history' | 'put-away' | 'put-back';

export const noticeHref = (id: string, part?: Part): string =>
  part === undefined ? `${boardPath}/${id}` : `${boardPath}/${id}/${part}`;
