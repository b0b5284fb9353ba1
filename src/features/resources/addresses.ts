export const resourcesPath = '/resources';
export const newResourcePath = `${resourcesPath}/new`;

type Part = 'change' | 'share' | 'take-out' | 'end' | 'restore' | 'versions' | 'put-back' | 'adapt';

export const resourceHref = (id: string, part?: Part): string =>
  part === undefined ? `${resourcesPath}/${id}` : `${resourcesPath}/${id}/${part}`;
