// Draws the PNG icons of the manifest from assets/svg: `node assets/renderIcons.cjs` (needs Chromium). Run after an SVG has changed.
const fs = require('node:fs');
const path = require('node:path');
const { chromium } = require('playwright-core');

const sizesOf = (name) => (name === 'icon' ? [16, 20, 24, 32, 40, 48, 64, 80] : [16, 32, 80]);

(async () => {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage();
  for (const file of fs.readdirSync(path.join(__dirname, 'svg'))) {
    const name = path.basename(file, '.svg');
    const svg = fs.readFileSync(path.join(__dirname, 'svg', file), 'utf8');
    for (const size of sizesOf(name)) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
      await page.screenshot({ path: path.join(__dirname, `${name}-${size}.png`), omitBackground: true });
    }
  }
  await browser.close();
})();
