export const curriculumPath = '/curriculum';
export const newCurriculumPath = `${curriculumPath}/new`;
export const shippedPath = `${curriculumPath}/ships`;

type Part = 'use' | 'end' | 'restore';

export const frameworkHref = (id: string, part?: Part): string =>
  part === undefined ? `${curriculumPath}/${id}` : `${curriculumPath}/${id}/${part}`;
