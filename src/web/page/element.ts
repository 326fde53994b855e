/** Attributes to set; an undefined one is left out. Styles go through classes: the security policy allows no others. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** Builds an element. Text children become text, whatever they hold. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const built = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined) built.setAttribute(attribute, value);
  }
  built.append(...children);
  return built;
}
