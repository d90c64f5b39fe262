//! Applying edits.

use super::{Block, BlockKind, Document, Edit, Format, join};
use crate::text::Span;
use crate::text::order;
use std::borrow::Cow;

/// `document` after `edits`.
pub(super) fn apply(document: &Document, edits: &[Edit]) -> Document {
    let changes = Changes::new(&document.text, edits);
    let text = changes.rewrite(&document.text);
    let cut_by_lines = matches!(document.source.format, Format::Text | Format::Markdown)
        && document.blocks.iter().all(|block| block.kind == BlockKind::Paragraph);
    let blocks = if cut_by_lines {
        join::logical_lines(&text)
    } else {
        carry_blocks(document, &changes, &text)
    };
    Document { source: document.source.clone(), text, blocks }
}

/// One edit that fits the text.
struct Change<'a> {
    span: Span,
    replacement: Cow<'a, str>,
    /// Where the replacement begins in the new text.
    at: usize,
}

/// Edits in reading order that fit the text and do not overlap.
struct Changes<'a>(Vec<Change<'a>>);

impl<'a> Changes<'a> {
    fn new(text: &str, edits: &'a [Edit]) -> Self {
        let mut sorted: Vec<&Edit> = edits.iter().collect();
        order::sort_by_key(&mut sorted, |edit| edit.span);
        let mut changes = Self(Vec::new());
        for edit in sorted {
            let free = changes.0.last().map_or(0, |last| last.span.end);
            if edit.span.start >= free && text.get(edit.span.range()).is_some() {
                let at = changes.place(edit.span.start, changes.0.len());
                let replacement = only_line_feeds(&edit.replacement);
                changes.0.push(Change { span: edit.span, replacement, at });
            }
        }
        changes
    }

    fn rewrite(&self, text: &str) -> String {
        let growth: usize = self.0.iter().map(|change| change.replacement.len()).sum();
        let (mut out, mut done) = (String::with_capacity(text.len() + growth), 0);
        for change in &self.0 {
            out.push_str(&text[done..change.span.start as usize]);
            out.push_str(&change.replacement);
            done = change.span.end as usize;
        }
        out.push_str(&text[done..]);
        out
    }

    /// Where the block start at byte `at` of the old text now is: before what is inserted there.
    fn start(&self, at: u32) -> usize {
        self.place(at, self.0.partition_point(|c| c.span.start < at && c.span.end <= at))
    }

    /// Where the block end at byte `at` of the old text now is: after what is inserted there.
    fn end(&self, at: u32) -> usize {
        self.place(at, self.0.partition_point(|c| c.span.end <= at))
    }

    /// Byte `at` of the old text in the new one, after the first `before` changes. Inside a change
    /// it moves to that change's end, so that the block before takes what was written there.
    fn place(&self, at: u32, before: usize) -> usize {
        match (self.0.get(before), before.checked_sub(1).map(|last| &self.0[last])) {
            (Some(change), _) if change.span.start < at => change.at + change.replacement.len(),
            (_, Some(last)) => last.at + last.replacement.len() + (at - last.span.end) as usize,
            (_, None) => at as usize,
        }
    }

    /// The places of the line breaks that the changes wrote, in the new text.
    fn line_breaks(&self) -> Vec<usize> {
        let breaks = |change: &Change<'_>| {
            let found = change.replacement.match_indices('\n').map(|(at, _)| change.at + at);
            found.collect::<Vec<_>>()
        };
        self.0.iter().flat_map(breaks).collect()
    }
}

/// `text` with `\n` as its only line break.
fn only_line_feeds(text: &str) -> Cow<'_, str> {
    if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The blocks of `document` in their new places in `text`.
fn carry_blocks(document: &Document, changes: &Changes<'_>, text: &str) -> Vec<Block> {
    let breaks = changes.line_breaks();
    let mut carried = Carried { text, blocks: Vec::with_capacity(document.blocks.len()) };
    for old in &document.blocks {
        let (start, end) = (changes.start(old.span.start), changes.end(old.span.end));
        let emptied = !old.span.is_empty() && text[start..end].trim().is_empty();
        if !emptied {
            carried.append(old.kind, start, end);
        }
    }
    carried.fill_gap(text.len());
    carried.blocks.iter().flat_map(|block| split(*block, text, &breaks)).collect()
}

/// Blocks of the new text, as far as they are known.
struct Carried<'a> {
    text: &'a str,
    blocks: Vec<Block>,
}

impl Carried<'_> {
    /// Appends a block; one whose line break was deleted becomes part of the block before it.
    fn append(&mut self, kind: BlockKind, start: usize, end: usize) {
        let gap_start = self.blocks.last().map_or(0, |last| last.span.end as usize);
        let gap = &self.text[gap_start..start];
        match (gap.rfind('\n'), self.blocks.last_mut()) {
            (None, Some(last)) => last.span.end = end as u32,
            (line_break, _) => {
                let start = line_break.map_or(gap_start, |at| gap_start + at + 1);
                self.fill_gap(start);
                self.blocks.push(Block { kind, span: Span::new(start, end) });
            }
        }
    }

    /// Makes blocks of what was written between the last block and byte `end`.
    fn fill_gap(&mut self, end: usize) {
        let mut start = self.blocks.last().map_or(0, |last| last.span.end as usize);
        for (i, line) in self.text[start..end].split('\n').enumerate() {
            let span = Span::new(start, start + line.len());
            start += line.len() + 1;
            match self.blocks.last_mut() {
                Some(last) if i == 0 => last.span.end = span.end,
                _ if line.trim().is_empty() => {}
                _ => self.blocks.push(Block { kind: BlockKind::Paragraph, span }),
            }
        }
    }
}

/// A block cut at the line breaks that were written into it. What comes after a break in a heading
/// is a paragraph, as in a word processor.
fn split(block: Block, text: &str, breaks: &[usize]) -> Vec<Block> {
    let (start, end) = (block.span.start as usize, block.span.end as usize);
    let inside = breaks.partition_point(|&at| at < start)..breaks.partition_point(|&at| at < end);
    if inside.is_empty() {
        return vec![block];
    }
    let mut pieces = Vec::new();
    let mut from = start;
    for &at in breaks[inside].iter().chain([&end]) {
        let kind = match block.kind {
            BlockKind::Heading(_) if !pieces.is_empty() => BlockKind::Paragraph,
            kind => kind,
        };
        if !text[from..at].trim().is_empty() {
            pieces.push(Block { kind, span: Span::new(from, at) });
        }
        from = at + 1;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::super::{DocumentBuilder, Source};
    use super::*;
    use crate::document::CellPlace;

    fn edit(text: &str, old: &str, new: &str) -> Edit {
        let start = text.find(old).unwrap();
        Edit { span: Span::new(start, start + old.len()), replacement: new.to_owned() }
    }

    fn blocks(document: &Document) -> Vec<(BlockKind, &str)> {
        document.blocks.iter().map(|b| (b.kind, document.text_of(b))).collect()
    }

    /// A heading, a paragraph and a cell, after one edit.
    #[track_caller]
    fn check(old: &str, new: &str, expected: &[(BlockKind, &str)]) {
        let mut builder = DocumentBuilder::default();
        builder.block(BlockKind::Heading(1), "一、工作");
        builder.block(BlockKind::Paragraph, "完成*户，\n软换行。");
        builder.block(C, "指标");
        let document = builder.build(Source::default());
        let after = document.apply(&[edit(&document.text, old, new)]);
        assert_eq!(blocks(&after), expected);
    }

    const H: BlockKind = BlockKind::Heading(1);
    const P: BlockKind = BlockKind::Paragraph;
    const C: BlockKind = BlockKind::Cell(CellPlace { table: 0, row: 2, column: 1 });

    #[test]
    fn styled_blocks_keep_their_kind() {
        check("*", "35", &[(H, "一、工作"), (P, "完成35户，\n软换行。"), (C, "指标")]);
        check(
            "工作",
            "工作\r\n开展",
            &[(H, "一、工作"), (P, "开展"), (P, "完成*户，\n软换行。"), (C, "指标")],
        );
        check("工作\n完成", "工作完成", &[(H, "一、工作完成*户，\n软换行。"), (C, "指标")]);
        check("一、工作\n", "", &[(P, "完成*户，\n软换行。"), (C, "指标")]);
        check(
            "工作\n",
            "工作\n新段\n",
            &[(H, "一、工作"), (P, "新段"), (P, "完成*户，\n软换行。"), (C, "指标")],
        );
        check(
            "指标",
            "甲\n乙",
            &[(H, "一、工作"), (P, "完成*户，\n软换行。"), (C, "甲"), (C, "乙")],
        );
    }

    #[test]
    fn a_text_is_cut_anew() {
        let document =
            Document::from_text(Source::default(), "报告\n完成任务。\n特此报告。".into());
        let text = &document.text;
        let edits = [edit(text, "特此", "\n特此"), edit(text, "完成", "圆满完成")];
        let after = document.apply(&edits);
        assert_eq!(blocks(&after), [(P, "报告"), (P, "圆满完成任务。"), (P, "特此报告。")]);
    }

    #[test]
    fn edits_that_do_not_fit_are_left_out() {
        let document = Document::from_text(Source::default(), "报告".into());
        let at = |start, end| Edit { span: Span { start, end }, replacement: "甲".into() };
        let after = document.apply(&[at(1, 3), at(0, 3), at(0, 6), at(6, 60), at(6, 6)]);
        assert_eq!(after.text, "甲告甲");
    }
}
