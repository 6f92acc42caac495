import { notImplemented } from './hostError';
import { HostCollection, HostObject } from './objects/hostObject';
import { memberName, wireName, type WireAction } from './wire';

/** The properties asked for, each with those asked for of the object it holds. */
interface Selection {
  [name: string]: Selection;
}

/** What a load brings: the properties selected, else the object's scalars; of a collection those of its items. */
export function queryObject(object: unknown, info: NonNullable<WireAction['QueryInfo']>): Readonly<Record<string, unknown>> {
  if (!(object instanceof HostObject)) throw notImplemented('a query of a plain value');
  const selection: Selection = {};
  for (const path of [...(info.Select ?? []), ...(info.Expand ?? [])]) {
    let part = selection;
    for (const name of path.split('/')) if (name !== 'items' && name !== '') part = part[memberName(name)] ??= {};
  }
  return describe(object, selection, info.Skip ?? 0, info.Top ?? Infinity);
}

function describe(object: HostObject, selection: Selection, skip = 0, top = Infinity): Readonly<Record<string, unknown>> {
  if (object instanceof HostCollection) {
    const own = object.scalars.filter((name) => name in selection);
    const rest = Object.fromEntries(Object.entries(selection).filter(([name]) => !own.includes(name)));
    const described: Record<string, unknown> = Object.fromEntries(own.map((name) => [wireName(name), object.read(name)]));
    described['_Items'] = object.items().slice(skip, skip + top).map((item) => ({ ...item.wireIds(), ...describe(item, rest) }));
    return described;
  }
  const names = Object.keys(selection).length > 0 ? selection : Object.fromEntries(object.scalars.map((name) => [name, {}]));
  const described: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(names)) {
    const value = object.read(name);
    described[wireName(name)] = value instanceof HostObject ? { ...value.wireIds(), ...describe(value, inner) } : value;
  }
  return described;
}
