// The page that every help text stands in: the guides and the pages of the cell functions look the same and may load the same things.
const escapeHtml = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/**
 * A whole help page.
 * @param {{ title: string, style: string, body: string }} page title as plain text; style: the address of help.css; body as HTML
 */
const helpShell = ({ title, style, body }) => `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'; style-src 'self'">
<title>${escapeHtml(title)} – VON Budgetuppföljning</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;

module.exports = { escapeHtml, helpShell };
