/** A calendar month as 'YYYY-MM'. */
export type Month = `${number}-${number}`;
