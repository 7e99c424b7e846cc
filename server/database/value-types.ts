import pg, { type CustomTypesConfig } from 'pg';

type Parse = (text: string) => unknown;

const { builtins } = pg.types;
const TEXT_ARRAY = 1009;
const DATE_ARRAY = 1182;
const NUMERIC_ARRAY = 1231;
const TIMESTAMP_ARRAY = 1115;
const INT8_ARRAY = 1016;

const asText: Parse = (text) => text;
const asTexts = pg.types.getTypeParser(TEXT_ARRAY as never) as unknown as Parse;

/** A whole number that a `number` holds exactly. */
function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`wholeNumber: ${text} is beyond what a number holds`);
  return value;
}

/** Days and decimals stay text, as they are exact; a `timestamp` without zone says no instant, so it stays text too. */
const PARSERS = new Map<number, Parse>([
  [builtins.DATE, asText],
  [builtins.NUMERIC, asText],
  [builtins.TIMESTAMP, asText],
  [builtins.INT8, wholeNumber],
  [DATE_ARRAY, asTexts],
  [NUMERIC_ARRAY, asTexts],
  [TIMESTAMP_ARRAY, asTexts],
  [
    INT8_ARRAY,
    (text) => (asTexts(text) as (string | null)[]).map((one) => (one === null ? null : wholeNumber(one))),
  ],
]);

/** How values of the database become ours: for one connection, so that no other user of the driver is changed. */
export const VALUE_TYPES: CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : PARSERS.get(id)) ??
    pg.types.getTypeParser(id as never, format as never)) as CustomTypesConfig['getTypeParser'],
};
