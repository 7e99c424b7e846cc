/** The document behind the report, as JSON: the page draws itself from it. */
export const DOCUMENT_FILE = 'document.json';
