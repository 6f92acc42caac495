// Emits what Excel and the user need beside functions.js: functions.json, its English twin and the help pages, all from one source.
const fs = require('node:fs');
const path = require('node:path');
const { helpIndex, helpPage, pageName } = require('./helpPage.cjs');
const { readFunctions } = require('./readFunctions.cjs');

const folder = 'funktioner';

/** The metadata as Excel shall have it: errors in ranges reach the functions, and every function has its page. */
const withHelp = (metadata, origin) => ({
  ...metadata,
  allowErrorForDataTypeAny: true,
  functions: metadata.functions.map((fn) => ({ ...fn, helpUrl: `${origin}/${folder}/${pageName(fn.id)}` })),
});

/** The same metadata with descriptions and parameter names in another language; ids and names never change. */
const translate = (metadata, texts) => ({
  ...metadata,
  functions: metadata.functions.map((fn) => {
    const { description, parameters } = texts[fn.id];
    return {
      ...fn,
      description,
      parameters: fn.parameters.map((parameter) => {
        const [name, parameterDescription] = parameters[parameter.name];
        return { ...parameter, name, description: parameterDescription };
      }),
    };
  }),
});

class FunctionsMetadataPlugin {
  /**
   * @param {{ input: string, origin?: string, texts?: string }} options
   *   input: the source of the tagged functions; origin: where the build is served, '' for addresses relative to it;
   *   texts: the English texts, functions.en.json beside the input unless given
   */
  constructor({ input, origin = '', texts = path.join(path.dirname(input), 'functions.en.json') }) {
    this.input = input;
    this.origin = origin;
    this.texts = texts;
  }

  apply(compiler) {
    const { Compilation, sources, WebpackError } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('FunctionsMetadataPlugin', (compilation) => {
      compilation.fileDependencies.addAll([this.input, this.texts]);
      // Marked as minimized: the pages are to be read, also as source, and gain nothing by it.
      const emit = (name, text) => compilation.emitAsset(name, new sources.RawSource(text), { minimized: true });
      compilation.hooks.processAssets.tapPromise({ name: 'FunctionsMetadataPlugin', stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, async () => {
        try {
          const { metadata, docstrings } = await readFunctions(this.input);
          const swedish = withHelp(metadata, this.origin);
          emit('functions.json', JSON.stringify(swedish, null, 2));
          emit('functions-en.json', JSON.stringify(translate(swedish, JSON.parse(fs.readFileSync(this.texts, 'utf8'))), null, 2));
          emit(`${folder}/index.html`, helpIndex(metadata.functions));
          for (const fn of metadata.functions) emit(`${folder}/${pageName(fn.id)}`, helpPage(fn, docstrings.get(fn.id)));
        } catch (error) {
          compilation.errors.push(new WebpackError(`Custom functions: ${error.message}`));
        }
      });
    });
  }
}

module.exports = { FunctionsMetadataPlugin };
