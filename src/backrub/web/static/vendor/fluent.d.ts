// Types of fluent.js, re-exported from the package it was bundled from (present after `npm ci`).
export { FluentBundle, FluentResource } from "@fluent/bundle";
export type { FluentVariable } from "@fluent/bundle";
