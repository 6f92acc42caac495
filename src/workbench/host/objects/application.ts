import type { Book } from '../book';
import { invalidArgument } from '../hostError';
import { HostObject } from './hostObject';

const NBSP = '\u00a0';

export class ApplicationObject extends HostObject {
  readonly className = 'Application';
  readonly scalars = ['calculationEngineVersion', 'calculationMode', 'calculationState', 'decimalSeparator', 'thousandsSeparator', 'useSystemSeparators'];
  constructor(private readonly book: Book) {
    super();
  }
  get calculationMode(): string {
    return this.book.calculationMode;
  }
  set calculationMode(value: unknown) {
    if (value !== 'Automatic' && value !== 'AutomaticExceptTables' && value !== 'Manual') throw invalidArgument();
    this.book.calculationMode = value;
  }
  get calculationState(): string {
    return 'Done';
  }
  get calculationEngineVersion(): number {
    return 191029;
  }
  get decimalSeparator(): string {
    return this.book.locale.startsWith('sv') ? ',' : '.';
  }
  get thousandsSeparator(): string {
    return this.book.locale.startsWith('sv') ? NBSP : ',';
  }
  get useSystemSeparators(): boolean {
    return true;
  }
  get cultureInfo(): CultureInfoObject {
    return new CultureInfoObject(this.book.locale, this.decimalSeparator, this.thousandsSeparator);
  }
  calculate(): Promise<void> {
    return this.book.engine.recalculate();
  }
  suspendApiCalculationUntilNextSync(): void {
    // Results are computed when they are read, so nothing is computed in between anyway.
  }
  suspendScreenUpdatingUntilNextSync(): void {
    // There is no screen.
  }
}

class CultureInfoObject extends HostObject {
  readonly className = 'CultureInfo';
  readonly scalars = ['name'];
  constructor(
    readonly name: string,
    private readonly decimal: string,
    private readonly group: string,
  ) {
    super();
  }
  get numberFormat(): NumberFormatInfoObject {
    return new NumberFormatInfoObject(this.decimal, this.group);
  }
}

class NumberFormatInfoObject extends HostObject {
  readonly className = 'NumberFormatInfo';
  readonly scalars = ['numberDecimalSeparator', 'numberGroupSeparator'];
  constructor(
    readonly numberDecimalSeparator: string,
    readonly numberGroupSeparator: string,
  ) {
    super();
  }
}

/** context.runtime: whether events are sent. */
export class RuntimeObject extends HostObject {
  readonly className = 'Runtime';
  readonly scalars = ['enableEvents'];
  isSending = true;
  get enableEvents(): boolean {
    return this.isSending;
  }
  set enableEvents(value: unknown) {
    if (typeof value !== 'boolean') throw invalidArgument();
    this.isSending = value;
  }
}
