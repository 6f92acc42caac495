// Reads the custom functions out of their source: what Excel needs (metadata) and what the help pages print (the docstrings).
const fs = require('node:fs');
const ts = require('typescript');
const { generateCustomFunctionsMetadata } = require('custom-functions-metadata');

/** The text of a docstring or tag on one line. */
const textOf = (comment) => (ts.getTextOfJSDocComment(comment) ?? '').replace(/\s+/g, ' ').trim();

/** The tags that only the help pages use, by function id. */
function readDocstrings(source, fileName) {
  const docstrings = new Map();
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true);
  for (const statement of file.statements) {
    if (!ts.isFunctionDeclaration(statement)) continue;
    const tags = ts.getJSDocTags(statement);
    const texts = (name) => tags.filter((tag) => tag.tagName.text === name).map((tag) => textOf(tag.comment));
    const [id] = texts('customfunction').map((text) => text.split(' ')[0]);
    if (id === undefined) continue;
    const examples = texts('example').map((text) => {
      const [formula, result] = text.split(' → ');
      return { formula, result };
    });
    docstrings.set(id, { returns: texts('returns')[0], errors: texts('errors'), examples });
  }
  return docstrings;
}

/**
 * Reads every custom function of a source file.
 * @param {string} input path of the file with the tagged functions
 * @returns {Promise<{ metadata: object, docstrings: Map<string, { returns: string, errors: string[], examples: { formula: string, result: string }[] }> }>}
 * @throws Error where the generator refuses a function
 */
async function readFunctions(input) {
  const { metadataJson, errors } = await generateCustomFunctionsMetadata([input], false);
  if (errors.length > 0) throw new Error(`${input}: ${errors.join('; ')}`);
  return { metadata: JSON.parse(metadataJson), docstrings: readDocstrings(fs.readFileSync(input, 'utf8'), input) };
}

module.exports = { readFunctions };
