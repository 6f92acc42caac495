interface IteratorPrototype {
  some?: (this: Iterator<unknown>, test: (value: unknown) => boolean) => boolean;
}

/** Univer asks `map.keys().some(…)`, which Node has from version 22 on. */
export function addIteratorSome(): void {
  const prototype = Object.getPrototypeOf(Object.getPrototypeOf(new Map().keys())) as IteratorPrototype;
  if (prototype.some) return;
  Object.defineProperty(prototype, 'some', {
    configurable: true,
    writable: true,
    value(this: Iterator<unknown>, test: (value: unknown) => boolean): boolean {
      for (let step = this.next(); !step.done; step = this.next()) if (test(step.value)) return true;
      return false;
    },
  });
}
