const errorTexts = new Set(['#N/A', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#NULL!', '#SPILL!', '#CALC!', '#BUSY!', '#GETTING_DATA', '#CONNECT!', '#BLOCKED!', '#FIELD!', '#UNKNOWN!']);

/** Whether a text is written as Excel writes an error. */
export const isErrorText = (text: string): boolean => errorTexts.has(text);

/** Whether Univer would take a text for something else (a number, a truth value, an error) as soon as its cell is given a format. */
export const isMistakenText = (text: string): boolean => isErrorText(text) || /^(true|false)$/i.test(text) || (text.trim() !== '' && Number.isFinite(Number(text)));
