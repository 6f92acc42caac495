import { notImplemented } from '../hostError';
import { bagPart, type BagState } from './bag';
import { HostObject } from './hostObject';

/** The members a bag knows: scalars with their default, parts with their own definition, methods by name. */
export interface BagDefinition {
  readonly className: string;
  readonly scalars: Readonly<Record<string, unknown>>;
  readonly parts?: Readonly<Record<string, BagDefinition>>;
  readonly methods?: Readonly<Record<string, (state: BagState, args: readonly unknown[]) => void>>;
}

/** An object that only keeps its properties, such as a chart's title. Names outside its definition are refused. */
export class BagObject extends HostObject {
  readonly className: string;
  readonly scalars: readonly string[];
  constructor(
    private readonly state: BagState,
    private readonly definition: BagDefinition,
    /** Called before each change; throws where the sheet is protected. */
    private readonly demandOpen: () => void,
  ) {
    super();
    this.className = definition.className;
    this.scalars = Object.keys(definition.scalars);
  }

  override read(member: string): unknown {
    const part = this.definition.parts?.[member];
    if (part) return new BagObject(bagPart(this.state, member), part, this.demandOpen);
    if (!Object.hasOwn(this.definition.scalars, member)) throw notImplemented(`${this.className}.${member}`);
    return member in this.state.values ? this.state.values[member] : this.definition.scalars[member];
  }

  override write(member: string, value: unknown): void {
    if (!Object.hasOwn(this.definition.scalars, member)) throw notImplemented(`${this.className}.${member} to set`);
    this.demandOpen();
    this.state.values[member] = value;
  }

  override call(member: string, args: readonly unknown[]): unknown {
    const method = this.definition.methods?.[member];
    if (!method) throw notImplemented(`${this.className}.${member}()`);
    this.demandOpen();
    method(this.state, args);
    return undefined;
  }
}
