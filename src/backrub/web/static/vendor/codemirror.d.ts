// Types of codemirror.js, re-exported from the packages it was bundled from (present after `npm ci`).
export { acceptCompletion, autocompletion, closeCompletion, completionKeymap, completionStatus, startCompletion } from "@codemirror/autocomplete";
export type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
export { defaultKeymap, history, historyKeymap, redo, undo } from "@codemirror/commands";
export { forceLinting, lintGutter, lintKeymap, nextDiagnostic, setDiagnostics } from "@codemirror/lint";
export type { Action, Diagnostic } from "@codemirror/lint";
export { Annotation, Compartment, EditorSelection, EditorState, RangeSetBuilder, StateEffect, StateField } from "@codemirror/state";
export type { Extension, StateEffectType, Text, TransactionSpec } from "@codemirror/state";
export { Decoration, EditorView, drawSelection, highlightActiveLine, hoverTooltip, keymap, lineNumbers, placeholder } from "@codemirror/view";
export type { DecorationSet, Tooltip, ViewUpdate } from "@codemirror/view";
