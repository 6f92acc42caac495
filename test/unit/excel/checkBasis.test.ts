import { basisPackets } from '../../../src/excel/checkBasis';
import type { WritingBasis } from '../../../src/workbook/ports';

describe('basisPackets', () => {
  it('covers every row once, in answers under 5 MB, however long the formulas', () => {
    const [rows, columns] = [600, 45];
    const formula = `=${'IF($C8="",0,$F8/12*MAX(0,1))+'.repeat(9)}0`;
    const cells = Array.from({ length: rows * columns }, (_, index) => ({ row: Math.floor(index / columns), column: index % columns, held: { formula } }));
    const basis: WritingBasis = { sheetId: 'x', sheet: 'Effekt per månad', area: { top: 0, left: 0, bottom: rows - 1, right: columns - 1 }, isWhole: true, cells };
    const packets = basisPackets([basis]);
    const parts = packets.flat();
    expect(parts.map(({ area }) => [area.top, area.bottom]).flat()).toEqual(parts.flatMap(({ area }, index) => [index === 0 ? 0 : (parts[index - 1]?.area.bottom ?? 0) + 1, area.bottom]));
    expect(parts.at(-1)?.area.bottom).toBe(rows - 1);
    expect(parts.filter(({ isFirst }) => isFirst)).toHaveLength(1);
    const bytes = packets.map((packet) => packet.reduce((sum, { area }) => sum + (area.bottom - area.top + 1) * columns * (JSON.stringify(formula).length + JSON.stringify(1234.56789012).length + '"Double"'.length + 3), 0));
    expect(Math.max(...bytes)).toBeLessThan(5_000_000);
    expect(packets.length).toBeGreaterThan(1);
  });
});
