import { notImplemented } from '../hostError';

const internal = new Set(['constructor', 'className', 'scalars', 'wireIds', 'read', 'write', 'call', 'items', 'needsReference']);

/**
 * An object of the Excel API inside the host. Its getters, setters and methods bear the API's names; what it lacks gives NotImplemented
 * with the member's name, so that nothing is passed over in silence.
 */
export abstract class HostObject {
  abstract readonly className: string;
  /** What an empty load brings. */
  abstract readonly scalars: readonly string[];

  /** Ids by which office.js finds the object again in a later request, such as { Id }. */
  wireIds(): Readonly<Record<string, unknown>> {
    return {};
  }

  /** True for objects that office.js keeps by a reference, as ranges. */
  get needsReference(): boolean {
    return false;
  }

  read(member: string): unknown {
    if (!this.#has(member)) throw notImplemented(`${this.className}.${member}`);
    return Reflect.get(this, member);
  }

  write(member: string, value: unknown): void {
    if (!this.#has(member) || !Reflect.set(this, member, value)) throw notImplemented(`${this.className}.${member} to set`);
  }

  call(member: string, args: readonly unknown[]): unknown {
    const method: unknown = this.#has(member) ? Reflect.get(this, member) : undefined;
    if (typeof method !== 'function') throw notImplemented(`${this.className}.${member}()`);
    return Reflect.apply(method, this, args);
  }

  #has(member: string): boolean {
    return !internal.has(member) && !(member in Object.prototype) && Reflect.has(this, member);
  }
}

/** A collection of such objects. */
export abstract class HostCollection extends HostObject {
  readonly scalars: readonly string[] = [];
  abstract items(): readonly HostObject[];

  get count(): number {
    return this.items().length;
  }

  getCount(): number {
    return this.items().length;
  }
}
