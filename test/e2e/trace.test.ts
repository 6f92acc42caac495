import { describeInBrowser, startWorkbench, type Workbench } from '../support/browser';
import { answerAll, writeChosenSheets } from '../support/paneSteps';
import type { WorkbenchPage } from '../support/workbenchPage';

jest.setTimeout(120_000);

/** Marks a cell as the user does it. */
const mark = (opened: WorkbenchPage, sheet: string, row: number, column: number): Promise<void> =>
  opened.onHost(
    ({ book, asUser }, [name, top, left]) => {
      const id = book.engine.workbook.getSheetBySheetName(name)?.getSheetId() ?? '';
      const parts = book.parts.get(id);
      const area = { top, left, bottom: top, right: left };
      book.activeSheet = id;
      if (parts) parts.selection = area;
      return asUser(() => book.onChange({ kind: 'selected', sheet: id, area }));
    },
    [sheet, row, column] as const,
  );

describeInBrowser('Källspår', () => {
  let workbench: Workbench;
  let opened: WorkbenchPage;
  beforeAll(async () => {
    workbench = await startWorkbench();
  });
  afterAll(async () => {
    await opened.close();
    await workbench.close();
  });

  it('leads from a source to the written figure and back', async () => {
    opened = await workbench.open({ example: 'uppfoljning-2024.xlsx' });
    const { pane, tab } = opened;
    await answerAll(opened);
    await writeChosenSheets(opened);
    await pane.getByRole('button', { name: 'Klar' }).click();
    await tab('Avstämning').click();
    await mark(opened, 'Driftsredovisning', 3, 3);
    const toFigure = pane.getByRole('button', { name: /^Gå till Avvikelseanalys D\d+$/ });
    const figure = (await toFigure.innerText()).replace('Gå till Avvikelseanalys ', 'Avvikelseanalys!');
    await toFigure.click();
    expect(await opened.waitForSelection(figure)).toBe(figure);
    await pane.getByRole('button', { name: 'Gå till källan Driftsredovisning D4' }).click();
    expect(await opened.waitForSelection('Driftsredovisning!D4')).toBe('Driftsredovisning!D4');
    expect(opened.faults).toEqual([]);
  });
});
