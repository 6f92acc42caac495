// Three builds: the cell functions (alone: no DOM, no Office), the pane with the ribbon commands, and the workbench page.
// `npm run build` makes the first two into dist/, a static site for any web server; `npm start` adds the third into out/workbench/.
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const MiniCssExtractPlugin = require('mini-css-extract-plugin');
const { FunctionsMetadataPlugin } = require('./src/functions/build/FunctionsMetadataPlugin.cjs');
const { HelpPagesPlugin } = require('./docs/HelpPagesPlugin.cjs');

/** Where the built site will be served. Every address in the manifest begins with it. */
const devOrigin = 'https://localhost:3000';
const origin = (process.env.VON_ORIGIN ?? devOrigin).replace(/\/$/, '');

const dist = path.join(__dirname, 'dist');
const swc = (target) => ({
  test: /\.tsx?$/,
  loader: 'swc-loader',
  options: { jsc: { target, parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } } },
});
const resolve = { extensions: ['.ts', '.tsx', '.mjs', '.js'] };

const functions = (mode) => ({
  name: 'functions',
  mode,
  target: ['web', 'es2020'],
  devtool: false,
  entry: { functions: './src/functions/functions.ts' },
  output: { path: dist, filename: '[name].js' },
  module: { rules: [swc('es2020')] },
  resolve,
  plugins: [new FunctionsMetadataPlugin({ input: path.join(__dirname, 'src/functions/functions.ts'), origin })],
});

const taskpane = (mode) => ({
  name: 'taskpane',
  mode,
  target: ['web', 'es2020'],
  devtool: false,
  entry: { taskpane: './src/taskpane/index.tsx' },
  // Parts of an earlier build have other names and would stay for ever.
  output: { path: dist, filename: 'pane/[name].js', chunkFilename: 'pane/[name].[contenthash:8].js', publicPath: '', clean: { keep: (name) => !name.startsWith('pane/') } },
  module: { rules: [swc('es2020'), { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] }] },
  resolve,
  performance: { hints: false },
  plugins: [
    new MiniCssExtractPlugin({ filename: 'pane/[name].css' }),
    new HtmlPlugin({ template: './src/taskpane/taskpane.html', filename: 'taskpane.html', scriptLoading: 'defer' }),
    new HelpPagesPlugin({ folder: path.join(__dirname, 'docs'), to: 'help' }),
    new CopyPlugin({
      patterns: [
        { from: 'assets/*.png' },
        { from: 'assets/shortcuts.json', to: 'shortcuts.json' },
        { from: 'manifest.xml', transform: (xml) => xml.toString().replaceAll(devOrigin, origin) },
      ],
    }),
  ],
});

const workbench = () => ({
  name: 'workbench',
  // Terser needs minutes for Univer, and the page runs on the developer's own machine.
  mode: 'development',
  target: ['web', 'es2022'],
  devtool: false,
  optimization: { minimize: false },
  cache: { type: 'filesystem', cacheDirectory: path.join(__dirname, '.cache', 'webpack') },
  entry: { workbench: './src/workbench/page/index.ts', officeShim: './src/workbench/page/officeShim.ts' },
  output: { path: path.join(__dirname, 'out', 'workbench'), filename: '[name].js', chunkFilename: '[name].js' },
  module: { rules: [swc('es2022'), { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] }, { test: /\.m?js$/, resolve: { fullySpecified: false } }] },
  resolve,
  performance: { hints: false },
  plugins: [
    new MiniCssExtractPlugin(),
    new HtmlPlugin({ template: './src/workbench/page/index.html', filename: 'index.html', chunks: ['workbench'] }),
  ],
});

module.exports = (_env, { mode = 'production' }) => [functions(mode), taskpane(mode), workbench()];
