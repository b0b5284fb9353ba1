export const concernsPath = '/concerns';
export const newConcernPath = `${concernsPath}/new`;
export const concernSettingsPath = `${concernsPath}/settings`;
export const concernHref = (id: string, more = ''): string => `${concernsPath}/${id}${more}`;
export const chronologyHref = (pupilId: string, more = ''): string =>
  `${concernsPath}/children/${pupilId}${more}`;
