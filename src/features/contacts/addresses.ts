export const contactsPath = '/contacts';
export const allContactsPath = `${contactsPath}/all`;
export const ownContactsPath = `${contactsPath}/mine`;
export const pupilContacts = (pupilId: string, more = ''): string => `${contactsPath}/${pupilId}${more}`;
export const carerHref = (pupilId: string, relationId: string, more = ''): string =>
  pupilContacts(pupilId, `/carers/${relationId}${more}`);
export const classContacts = (unitId: string): string => `${contactsPath}/classes/${unitId}`;
