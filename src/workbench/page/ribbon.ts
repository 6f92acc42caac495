interface RibbonButton {
  readonly label: string;
  readonly tip: string;
  readonly icon: string;
  /** The name of the action, or null for a button that opens the pane. */
  readonly action: string | null;
}

/** Draws the ribbon of the manifest, so that what is tried here is what Excel shows. */
export function drawRibbon(element: HTMLElement, manifest: Document, onPress: (action: string | null) => void): void {
  const resource = (node: Element | null): string => {
    const id = node?.getAttribute('resid') ?? '';
    return [...manifest.getElementsByTagName('*')].find((entry) => entry.getAttribute('id') === id)?.getAttribute('DefaultValue') ?? '';
  };
  const first = (node: Element, name: string): Element | null => [...node.children].find((child) => child.localName === name) ?? null;
  const buttonOf = (control: Element): RibbonButton => {
    const action = first(control, 'Action');
    const images = first(control, 'Icon')?.children ?? [];
    const image = [...images].find((entry) => entry.getAttribute('size') === '32') ?? null;
    const tip = first(control, 'Supertip');
    return {
      label: resource(first(control, 'Label')),
      tip: resource(tip === null ? null : first(tip, 'Description')),
      icon: `addin/assets/${resource(image).split('/').at(-1) ?? ''}`,
      action: action === null ? null : (first(action, 'FunctionName')?.textContent ?? null),
    };
  };
  for (const group of manifest.getElementsByTagName('Group')) {
    const box = document.createElement('div');
    box.className = 'group';
    const row = document.createElement('div');
    for (const control of [...group.children].filter((child) => child.localName === 'Control')) {
      const { label, tip, icon, action } = buttonOf(control);
      const button = document.createElement('button');
      button.type = 'button';
      button.title = tip;
      const picture = document.createElement('img');
      picture.src = icon;
      picture.alt = '';
      button.append(picture, label);
      button.addEventListener('click', () => onPress(action));
      row.append(button);
    }
    const name = document.createElement('span');
    name.textContent = resource(first(group, 'Label'));
    box.append(row, name);
    element.append(box);
  }
}
