/** Where one of the seven sources has its page. */
export const sourceHref = ({ id }: { id: string }): string => `/teaching-evidence/${id}`;

export const disagreeHref = '/teaching-evidence/when-they-disagree';
