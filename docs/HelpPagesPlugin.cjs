// Makes the help pages of the built site out of docs/*.md, so that the pane's help works without a network.
const fs = require('node:fs');
const path = require('node:path');
const { marked } = require('marked');
const { helpShell } = require('./helpShell.cjs');

class HelpPagesPlugin {
  /** @param {{ folder: string, to: string }} options the folder of the .md files and where the pages go in the site */
  constructor(options) {
    this.options = options;
  }

  apply(compiler) {
    const { RawSource } = compiler.webpack.sources;
    compiler.hooks.thisCompilation.tap('HelpPagesPlugin', (compilation) => {
      compilation.hooks.processAssets.tap('HelpPagesPlugin', () => {
        const { folder, to } = this.options;
        compilation.contextDependencies.add(folder);
        for (const name of fs.readdirSync(folder)) {
          const file = path.join(folder, name);
          if (name.endsWith('.md')) {
            const markdown = fs.readFileSync(file, 'utf8');
            const title = /^# (.+)$/m.exec(markdown)?.[1] ?? name;
            const body = marked.parse(markdown, { async: false }).replace(/href="([\w-]+)\.md(#[\w-]+)?"/g, 'href="$1.html$2"');
            compilation.emitAsset(`${to}/${name.replace(/\.md$/, '.html')}`, new RawSource(helpShell({ title, style: 'help.css', body })));
          } else if (name.endsWith('.css')) {
            compilation.emitAsset(`${to}/${name}`, new RawSource(fs.readFileSync(file)));
          }
        }
        const pictures = path.join(folder, 'bilder');
        for (const name of fs.existsSync(pictures) ? fs.readdirSync(pictures) : []) {
          compilation.emitAsset(`${to}/bilder/${name}`, new RawSource(fs.readFileSync(path.join(pictures, name))));
        }
      });
    });
  }
}

module.exports = { HelpPagesPlugin };
