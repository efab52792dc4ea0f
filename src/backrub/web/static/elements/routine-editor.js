/**
 * <routine-editor>: a routine's text, coloured by what the reader made of it, with what was found marked in it.
 *
 * CodeMirror does the editing; it is fetched when the element is first shown, and lives in its shadow root.
 *
 * Attributes and properties
 *   label      its name, for who does not see it
 *   hint       what stands in it while it is empty
 *   completer  (text, line, column) => Promise<Offer[]>: how a line can go on
 *   helper     (text, line, column) => Promise<string | null>: the page of what stands there, as Markdown
 * Methods
 *   setText(text)          puts a text in place of all; undo brings the old one back
 *   show(checked, text)    takes what the server said of a text; nothing happens when another stands there by now
 *   goTo(line, column)     puts the cursor there and shows it
 *   ready                  a promise: it can be written in
 * Events (bubbling, composed): text-change {text} · cursor-change {line, column}
 */
import { columnOf, offsetOf } from "../lib/columns.js";
import { LitElement, html } from "../vendor/lit.js";
import { styles } from "./routine-editor-styles.js";

/** @typedef {typeof import("../vendor/codemirror.js")} CodeMirror */
/** @typedef {import("../vendor/codemirror.js").StateEffectType<import("../vendor/codemirror.js").DecorationSet>} Colour */
/** @typedef {import("../vendor/codemirror.js").EditorView} View */
/** @typedef {import("../vendor/codemirror.js").Text} Text */
/** @typedef {import("../types/wire.d.ts").CheckedJson} Checked */
/** @typedef {import("../types/wire.d.ts").FindingJson} Finding */
/** @typedef {import("../types/wire.d.ts").Offer} Offer */

const MARKUP = /\*\*/g;
const QUIET_MS = 400;

export class RoutineEditor extends LitElement {
  static properties = { label: { type: String }, hint: { type: String } };

  static styles = styles;

  constructor() {
    super();
    this.label = "";
    this.hint = "";
    /** @type {(text: string, line: number, column: number) => Promise<Offer[]>} */
    this.completer = async () => [];
    /** @type {(text: string, line: number, column: number) => Promise<string | null>} */
    this.helper = async () => null;
    /** @type {View | undefined} */
    this.view = undefined;
    /** @type {CodeMirror | undefined} */
    this.mirror = undefined;
    /** @type {Colour | undefined} */
    this.colour = undefined;
    this.waiting = "";
    /** @type {() => void} */
    this.opened = () => {};
    /** @type {Promise<void>} */
    this.ready = new Promise((done) => {
      this.opened = done;
    });
  }

  render() {
    return html`<div class="place"></div>`;
  }

  async firstUpdated() {
    this.mirror = await import("../vendor/codemirror.js");
    const place = this.renderRoot.querySelector(".place");
    if (!this.isConnected || !place) return;
    const { EditorState, EditorView } = this.mirror;
    const state = EditorState.create({ doc: this.waiting, extensions: this.extensions(this.mirror) });
    this.view = new EditorView({ state, root: /** @type {ShadowRoot} */ (this.renderRoot) });
    place.replaceWith(this.view.dom);
    this.opened();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.view?.destroy();
    this.view = undefined;
  }

  /** @param {CodeMirror} mirror */
  extensions(mirror) {
    const { EditorView, StateEffect, StateField, Decoration, keymap } = mirror;
    /** @type {Colour} */
    const colour = StateEffect.define();
    this.colour = colour;
    const colours = StateField.define({
      create: () => Decoration.none,
      update: (now, change) => {
        const told = change.effects.find((effect) => effect.is(colour));
        return told ? told.value : now.map(change.changes);
      },
      provide: (field) => EditorView.decorations.from(field),
    });
    return [
      ...[mirror.lineNumbers(), mirror.lintGutter(), mirror.history(), mirror.drawSelection(), mirror.highlightActiveLine()],
      ...[colours, EditorView.lineWrapping, mirror.placeholder(this.hint)],
      EditorView.contentAttributes.of({ "aria-label": this.label, tabindex: "0", spellcheck: "false", autocapitalize: "off", autocorrect: "off" }),
      mirror.autocompletion({ override: [(context) => this.complete(context)], icons: false }),
      mirror.hoverTooltip((view, at) => this.help(view, at), { hoverTime: QUIET_MS }),
      keymap.of([...mirror.completionKeymap, ...mirror.lintKeymap, ...mirror.historyKeymap, ...mirror.defaultKeymap]),
      EditorView.updateListener.of((update) => this.updatedBy(update)),
    ];
  }

  /** @param {import("../vendor/codemirror.js").ViewUpdate} update */
  updatedBy(update) {
    if (update.docChanged) this.tell("text-change", { text: this.text });
    if (update.docChanged || update.selectionSet) this.tell("cursor-change", this.cursor());
  }

  /** @param {string} name @param {object} detail */
  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  get text() {
    return this.view ? this.view.state.doc.toString() : this.waiting;
  }

  /** @param {string} text */
  setText(text) {
    this.waiting = text;
    if (!this.view || text === this.text) return;
    const at = Math.min(this.view.state.selection.main.head, text.length);
    const all = { from: 0, to: this.view.state.doc.length, insert: text };
    this.view.dispatch({ changes: all, selection: { anchor: at }, scrollIntoView: true });
  }

  /** Where the cursor is, both from 1. @returns {{line: number, column: number}} */
  cursor() {
    return this.view ? this.placeOf(this.view.state.selection.main.head) : { line: 1, column: 1 };
  }

  /** @param {number} at UTF-16 units from the start */
  placeOf(at) {
    const line = /** @type {View} */ (this.view).state.doc.lineAt(at);
    return { line: line.number, column: columnOf(line.text, at - line.from) };
  }

  /** @param {number} line @param {number} column */
  goTo(line, column) {
    if (!this.view) return;
    const anchor = offsetIn(this.view.state.doc, line, column);
    this.view.dispatch({ selection: { anchor }, scrollIntoView: true });
    this.view.focus();
  }

  /** @param {Checked} checked @param {string} text the text it was said of */
  show(checked, text) {
    const { view, mirror, colour } = this;
    if (!view || !mirror || !colour || text !== this.text) return;
    const { doc } = view.state;
    /** @type {import("../vendor/codemirror.js").RangeSetBuilder<import("../vendor/codemirror.js").Decoration>} */
    const set = new mirror.RangeSetBuilder();
    for (const [line, from, to, kind] of checked.tokens) {
      set.add(offsetIn(doc, line, from), offsetIn(doc, line, to), mirror.Decoration.mark({ class: `t-${kind}` }));
    }
    const marks = checked.findings.map((finding) => diagnosticOf(doc, finding));
    view.dispatch(mirror.setDiagnostics(view.state, marks), { effects: colour.of(set.finish()) });
  }

  /** @param {import("../vendor/codemirror.js").CompletionContext} context */
  async complete(context) {
    const line = context.state.doc.lineAt(context.pos);
    const before = line.text.slice(0, context.pos - line.from);
    if (!context.explicit && !/\S$/.test(before)) return null;
    const offers = await this.completer(this.text, line.number, columnOf(line.text, context.pos - line.from));
    const [first] = offers;
    // Not null: CodeMirror then forgets that it was asked again while this was on its way.
    if (!first) return { from: context.pos, options: [] };
    const options = offers.map((offer) => ({ label: offer.text, type: offer.kind, ...(offer.about ? { detail: offer.about } : {}) }));
    return { from: line.from + offsetOf(line.text, first.column), options, filter: false };
  }

  /** @param {View} view @param {number} pos */
  async help(view, pos) {
    const { line, column } = this.placeOf(pos);
    const page = await this.helper(view.state.doc.toString(), line, column);
    if (!page) return null;
    const dom = Object.assign(document.createElement("div"), { className: "page", textContent: page.replace(MARKUP, "") });
    return { pos, above: false, create: () => ({ dom }) };
  }
}

/**
 * @param {Text} doc
 * @param {number} line from 1
 * @param {number} column from 1
 */
function offsetIn(doc, line, column) {
  const found = doc.line(Math.min(Math.max(1, line), doc.lines));
  return line > doc.lines ? found.to : found.from + offsetOf(found.text, column);
}

/**
 * @param {Text} doc
 * @param {Finding} finding
 * @returns {import("../vendor/codemirror.js").Diagnostic}
 */
function diagnosticOf(doc, finding) {
  const from = offsetIn(doc, finding.line, finding.column);
  const to = Math.max(from, offsetIn(doc, finding.line, finding.end_column));
  return { from, to, severity: finding.severity, source: finding.code, message: [finding.message, finding.hint].filter(Boolean).join(" ") };
}

customElements.define("routine-editor", RoutineEditor);
