"""The language server: what the page of a routine shows, for every other editor.

*Conventions* the protocol counts lines and characters from 0, in the units the editor asked for; ours count from 1, in
characters. Line ends are those of the notation, which are also the protocol's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.workspace import PositionCodec

from backrub import __version__
from backrub.app.assisting import help_at, offers
from backrub.app.texts import Examined, examine, laid_out
from backrub.check import Finding, fixed
from backrub.errors import UsageError
from backrub.routine.notation import Span, read_written
from backrub.words import Words

__all__ = ["make_server"]

_LINE_END = re.compile(r"\r\n|\r|\n")
_SEVERITIES: Mapping[str, types.DiagnosticSeverity] = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Hint,
}
_KINDS: Mapping[str, types.CompletionItemKind] = {
    "key": types.CompletionItemKind.Property,
    "heading": types.CompletionItemKind.Module,
    "verb": types.CompletionItemKind.Keyword,
    "technique": types.CompletionItemKind.Function,
    "place": types.CompletionItemKind.Variable,
    "hand": types.CompletionItemKind.EnumMember,
    "pressure": types.CompletionItemKind.Value,
    "rule": types.CompletionItemKind.Reference,
}
_WORDS = Words("en")


class _Text:
    """A text with its lines, between the protocol's places and ours."""

    def __init__(self, source: str, codec: PositionCodec) -> None:
        self.source = source
        self._codec = codec
        self._lines = _LINE_END.split(source.removeprefix("\ufeff"))

    def place(self, position: types.Position) -> tuple[int, int]:
        """Give line and column, from 1, of a place of the protocol's."""
        found = self._codec.position_from_client_units(self._lines, position)
        return found.line + 1, found.character + 1

    def range(self, span: Span) -> types.Range:
        """Give the protocol's range of a span."""
        line = min(span.line, len(self._lines)) - 1
        start, end = (types.Position(line, column - 1) for column in (span.column, max(span.column, span.end)))
        return self._codec.range_to_client_units(self._lines, types.Range(start, end))

    @property
    def whole(self) -> types.Range:
        """Give the protocol's range of the whole text."""
        last = len(self._lines) - 1
        end = types.Position(last, len(self._lines[last]))
        return types.Range(types.Position(0, 0), self._codec.position_to_client_units(self._lines, end))


def make_server(profile: str) -> LanguageServer:
    """Make the server.

    Args:
        profile: The rules it holds texts against.
    """
    server = LanguageServer("backrub", __version__)

    def text_of(uri: str) -> _Text:
        document = server.workspace.get_text_document(uri)
        return _Text(document.source, document.position_codec)

    def publish(uri: str, version: int | None) -> None:
        text = text_of(uri)
        found = [_diagnostic(text, finding) for finding in examine(text.source, profile).findings]
        server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version))

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        publish(params.text_document.uri, params.text_document.version)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        publish(params.text_document.uri, params.text_document.version)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(params.text_document.uri, []))

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hovered(params: types.HoverParams) -> types.Hover | None:
        text = text_of(params.text_document.uri)
        return _hover(text, examine(text.source, profile), *text.place(params.position))

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=[",", ":", " "]))
    def completed(params: types.CompletionParams) -> types.CompletionList:
        return _completions(text_of(params.text_document.uri), params.position)

    @server.feature(types.TEXT_DOCUMENT_FORMATTING)
    def formatted(params: types.DocumentFormattingParams) -> list[types.TextEdit] | None:
        return _layout(text_of(params.text_document.uri))

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    )
    def mended(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        text = text_of(uri)
        first, last = params.range.start.line + 1, params.range.end.line + 1
        found = (one for one in examine(text.source, profile).findings if first <= one.span.line <= last)
        return [_mending(uri, text, one) for one in found if one.fix is not None and one.acknowledged is None]

    return server


def _diagnostic(text: _Text, finding: Finding) -> types.Diagnostic:
    said = [_WORDS.text(one) for one in (finding.message, finding.hint) if one is not None]
    if finding.acknowledged is not None:
        said.append(f"({finding.acknowledged})")
    return types.Diagnostic(
        text.range(finding.span),
        " ".join(said),
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        source="backrub",
    )


def _hover(text: _Text, examined: Examined, line: int, column: int) -> types.Hover | None:
    found = help_at(examined, line, column, _WORDS)
    if found is None:
        return None
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, found.page), text.range(found.span))


def _completions(text: _Text, position: types.Position) -> types.CompletionList:
    line, column = text.place(position)
    found = offers(text.source, line, column, read_written(text.source), _WORDS)
    items = [
        types.CompletionItem(
            offer.text,
            kind=_KINDS.get(offer.kind, types.CompletionItemKind.Text),
            detail=offer.about or None,
            sort_text=f"{rank:03}",
            text_edit=types.TextEdit(text.range(Span(line, offer.column, column)), offer.text),
        )
        for rank, offer in enumerate(found)
    ]
    return types.CompletionList(is_incomplete=False, items=items)


def _layout(text: _Text) -> list[types.TextEdit] | None:
    try:
        new = laid_out(text.source)
    except UsageError:
        return None  # the findings say which line nobody can read
    return [] if new == text.source else [types.TextEdit(text.whole, new)]


def _mending(uri: str, text: _Text, finding: Finding) -> types.CodeAction:
    done = fixed(text.source, [finding], unsafe=True)
    edit = types.WorkspaceEdit(changes={uri: [types.TextEdit(text.whole, done.text)]})
    safe = finding.fix is not None and finding.fix.safe
    title = f"Mend {finding.code} {finding.slug}" + ("" if safe else " (changes the rub)")
    return types.CodeAction(
        title,
        kind=types.CodeActionKind.QuickFix,
        edit=edit,
        diagnostics=[_diagnostic(text, finding)],
        is_preferred=safe,
    )
