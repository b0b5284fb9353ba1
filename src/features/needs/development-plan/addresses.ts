export const prioritiesPath = '/school/priorities';

export const priorityHref = (id: string): string => `${prioritiesPath}/${id}`;
export const newActionHref = (priority: string): string => `${priorityHref(priority)}/actions/new`;
export const actionsHref = (priority: string): string => `${priorityHref(priority)}/actions`;
export const actionHref = (priority: string, action: string, part?: 'end' | 'restore'): string =>
  `${actionsHref(priority)}/${action}${part === undefined ? '' : `/${part}`}`;
