import { noChange } from "lit";
import { Directive, directive, PartType } from "lit/directive.js";

/**
 * Lit's own styleMap writes the style attribute the first time, which `style-src 'self'` forbids.
 * This one goes through the CSSOM from the start, which it allows.
 */
class StyleMap extends Directive {
  #set = new Set();

  constructor(info) {
    super(info);
    if (info.type !== PartType.ATTRIBUTE || info.name !== "style" || (info.strings?.length ?? 0) > 2) {
      throw new Error("styleMap must be the whole of a style attribute.");
    }
  }

  render() {
    return noChange;
  }

  update(part, [styles]) {
    const { style } = part.element;
    for (const name of this.#set) {
      if (styles[name] === undefined || styles[name] === null) {
        style.removeProperty(name);
        this.#set.delete(name);
      }
    }
    for (const [name, value] of Object.entries(styles)) {
      if (value === undefined || value === null) continue;
      style.setProperty(name, String(value));
      this.#set.add(name);
    }
    return noChange;
  }
}

export const styleMap = directive(StyleMap);
