/** Gives the words of a key of the catalogue in the language of an organisation; a pure room is handed them. */
export type Say = (key: string) => string;
