// Types of lit.js, re-exported from the packages it was bundled from (present after `npm ci`).
import type { DirectiveResult } from "lit/directive.js";

export { LitElement, css, html, noChange, nothing, render, svg, unsafeCSS } from "lit";
export type {
  CSSResult,
  CSSResultGroup,
  PropertyDeclarations,
  PropertyValues,
  ReactiveController,
  ReactiveControllerHost,
  SVGTemplateResult,
  TemplateResult,
} from "lit";
export { AsyncDirective } from "lit/async-directive.js";
export { Directive, directive, PartType } from "lit/directive.js";
export type { DirectiveResult, ElementPart, PartInfo } from "lit/directive.js";
export { classMap } from "lit/directives/class-map.js";
export { guard } from "lit/directives/guard.js";
export { ifDefined } from "lit/directives/if-defined.js";
export { live } from "lit/directives/live.js";
export { createRef, ref } from "lit/directives/ref.js";
export type { Ref } from "lit/directives/ref.js";
export { repeat } from "lit/directives/repeat.js";

/**
 * Sets CSS properties, custom ones included, without ever writing a style attribute.
 * Names are CSS names (`inline-size`, `--pulse`), not camel case; null and undefined take a property away.
 */
export declare function styleMap(styles: Readonly<Record<string, string | number | null | undefined>>): DirectiveResult;
