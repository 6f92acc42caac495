// The help of the cell functions as pages: one per function and a list of them all.
const { escapeHtml, helpShell } = require('../../../docs/helpShell.cjs');

const code = (text) => `<code>${escapeHtml(text)}</code>`;

// The guides' style sheet, where the built site has it.
const page = (title, body) => helpShell({ title, style: '../help/help.css', body });

const table = (headings, rows, kind = '') => `<table${kind}>
<thead><tr>${headings.map((heading) => `<th scope="col">${escapeHtml(heading)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((cells) => `<tr>${cells.map((cell, index) => (index === 0 ? `<th scope="row">${cell}</th>` : `<td>${cell}</td>`)).join('')}</tr>`).join('\n')}
</tbody>
</table>`;

/** A table whose first column holds names, which are not broken over lines. */
const nameTable = (headings, rows) => table(headings, rows, ' class="names"');

/** The file name of a function's page. */
const pageName = (id) => `${id.toLowerCase()}.html`;

/** How the function is typed in a Swedish Excel; what may be left out stands in brackets. */
const syntaxOf = ({ name, parameters }) => `=VON.${name}(${parameters.map((parameter) => (parameter.optional ? `[${parameter.name}]` : parameter.name)).join('; ')})`;

/** "#VÄRDEFEL! En text är inget tal." as the error and its reason. */
const splitError = (text) => {
  const space = text.indexOf(' ');
  return [code(text.slice(0, space)), escapeHtml(text.slice(space + 1))];
};

/** The help page of one function. */
function helpPage(fn, { returns, errors, examples }) {
  return page(
    `VON.${fn.name}`,
    `<p><a href="index.html">Alla funktioner</a></p>
<h1>VON.${escapeHtml(fn.name)}</h1>
<p>${escapeHtml(fn.description)}</p>
<h2>Syntax</h2>
<p>${code(syntaxOf(fn))}</p>
${nameTable(
  ['Argument', 'Betydelse'],
  fn.parameters.map((parameter) => [code(parameter.name), `${escapeHtml(parameter.description)}${parameter.optional ? ' Får utelämnas.' : ''}`]),
)}
<h2>Resultat</h2>
<p>${escapeHtml(returns)}</p>
<h2>Exempel</h2>
${table(
  ['Formel', 'Resultat'],
  examples.map(({ formula, result }) => [code(formula), code(result)]),
)}
<h2>Fel</h2>
${nameTable(['Visas som', 'När'], errors.map(splitError))}
<p>En cell med fel förstör bara sin egen rad när argumenten är områden som räknas rad för rad.</p>`,
  );
}

/** The list of all functions. */
function helpIndex(functions) {
  return page(
    'Funktioner i VON',
    `<h1>Funktioner i VON</h1>
<p>Skriv funktionen i en cell, till exempel ${code('=VON.AVVIKELSE(B4;C4)')}. Ge ett område i stället för en cell, ${code('=VON.AVVIKELSE(B4:B40;C4:C40)')}, så fylls en rad per rad i området.</p>
${table(
  ['Funktion', 'Ger'],
  functions.map((fn) => [`<a href="${pageName(fn.id)}">VON.${escapeHtml(fn.name)}</a>`, escapeHtml(fn.description)]),
)}`,
  );
}

module.exports = { helpPage, helpIndex, pageName };
