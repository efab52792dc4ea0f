// What the pages use of Lit, gathered for one file. `tools/vendor` bundles this; lit.d.ts beside it carries the types.
export { LitElement, css, html, noChange, nothing, render, svg, unsafeCSS } from "lit";
export { AsyncDirective } from "lit/async-directive.js";
export { Directive, directive, PartType } from "lit/directive.js";
export { classMap } from "lit/directives/class-map.js";
export { guard } from "lit/directives/guard.js";
export { ifDefined } from "lit/directives/if-defined.js";
export { live } from "lit/directives/live.js";
export { createRef, ref } from "lit/directives/ref.js";
export { repeat } from "lit/directives/repeat.js";
export { styleMap } from "./style-map.js";
