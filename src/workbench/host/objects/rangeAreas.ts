import { itemNotFound } from '../hostError';
import { HostCollection, HostObject } from './hostObject';
import type { RangeObject } from './range';

/** Excel.RangeAreas: several ranges of one sheet, as merged or selected areas are. */
export class RangeAreasObject extends HostObject {
  readonly className = 'RangeAreas';
  readonly scalars = ['address', 'areaCount', 'cellCount'];
  constructor(readonly ranges: readonly RangeObject[]) {
    super();
  }
  override get needsReference(): boolean {
    return true;
  }
  get address(): string {
    return this.ranges.map((range) => range.address).join(',');
  }
  get areaCount(): number {
    return this.ranges.length;
  }
  get cellCount(): number {
    return this.ranges.reduce((sum, range) => sum + range.cellCount, 0);
  }
  get areas(): RangeListObject {
    return new RangeListObject(this.ranges);
  }
}

class RangeListObject extends HostCollection {
  readonly className = 'RangeCollection';
  constructor(readonly ranges: readonly RangeObject[]) {
    super();
  }
  items(): readonly RangeObject[] {
    return this.ranges;
  }
  getItemAt(index: unknown): RangeObject {
    const range = this.ranges[Number(index)];
    if (!range) throw itemNotFound();
    return range;
  }
}
