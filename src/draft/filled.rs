//! The text with its values put in, and the way from a place in it back to the base text.

use super::Draft;
use crate::text::Span;
use std::ops::Range;

/// A stretch of the filled text.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    /// Its place in the base text; of a value: the blank's, with the 余 that goes.
    base: Span,
    /// Its bytes in the filled text of the region.
    filled: Range<usize>,
    /// The blank it is the value of.
    blank: Option<Span>,
}

/// A region of the base text as it reads with its values put in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Filled {
    pub(super) text: String,
    pieces: Vec<Piece>,
}

/// A change of a filled text, said of the base text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Rewrite {
    /// Nothing changed.
    Nothing,
    /// The value of the blank at this place becomes another.
    Value(Span, String),
    /// The base text at this place becomes this, with the values of these blanks in it.
    Text(Span, String, Vec<Span>),
}

impl Filled {
    /// The filled text of `region`.
    pub(super) fn of(draft: &Draft, region: Span) -> Self {
        let base = draft.text();
        let mut filled = Self { text: String::with_capacity(region.len()), pieces: Vec::new() };
        let mut from = region.start;
        for (span, value) in draft.values_in(region) {
            filled.push(
                Span { start: from, end: span.start },
                &base[from as usize..span.start as usize],
                None,
            );
            let end = span.end + draft.dropped_after(span);
            filled.push(Span { start: span.start, end }, value, Some(span));
            from = end;
        }
        let end = region.end.max(from);
        filled.push(Span { start: from, end }, &base[from as usize..end as usize], None);
        filled
    }

    fn push(&mut self, base: Span, text: &str, blank: Option<Span>) {
        let start = self.text.len();
        self.text.push_str(text);
        self.pieces.push(Piece { base, filled: start..self.text.len(), blank });
    }

    /// What has to change in the base text for the filled text to become `text`. Typing in a value
    /// changes that value; a change across a value's edge makes the value part of the text.
    pub(super) fn rewrite(&self, text: &str, is_figure: impl Fn(Span) -> bool) -> Rewrite {
        let Some((old, new)) = difference(&self.text, text) else { return Rewrite::Nothing };
        let added = &text[new];
        for piece in &self.pieces {
            let Some(blank) = piece.blank else { continue };
            let Range { start, end } = piece.filled;
            if old.start < start || end < old.end {
                continue;
            }
            let inside = start < old.start && old.end < end;
            // At the very edge of a figure digits are its own; anything else is the sentence's.
            let own = !old.is_empty() || (is_figure(blank) && is_numeric(added));
            let value = [&self.text[start..old.start], added, &self.text[old.end..end]].concat();
            if (inside || own) && !value.is_empty() {
                return Rewrite::Value(blank, value);
            }
        }
        self.rewrite_text(old, added)
    }

    fn rewrite_text(&self, old: Range<usize>, added: &str) -> Rewrite {
        let torn = |at: usize| {
            let inside = |p: &&Piece| p.blank.is_some() && p.filled.start < at && at < p.filled.end;
            self.pieces.iter().find(inside)
        };
        let before = torn(old.start).map_or("", |p| &self.text[p.filled.start..old.start]);
        let after = torn(old.end).map_or("", |p| &self.text[old.end..p.filled.end]);
        let start = torn(old.start)
            .map_or_else(|| self.base_of(old.start, old.is_empty()), |p| p.base.start);
        let end = torn(old.end).map_or_else(|| self.base_of(old.end, true), |p| p.base.end);
        let span = Span { start: start.min(end), end };
        let touched = |p: &&Piece| p.filled.start < old.end && old.start < p.filled.end;
        let swallowed = self.pieces.iter().filter(touched).filter_map(|p| p.blank).collect();
        Rewrite::Text(span, [before, added, after].concat(), swallowed)
    }

    /// The place in the base text of byte `at` of the filled text, which is inside no value. At
    /// the border of two pieces it is the `late` end of the first or the start of the second.
    fn base_of(&self, at: usize, late: bool) -> u32 {
        let holds = |p: &&Piece| p.filled.start <= at && at <= p.filled.end;
        let piece = if late {
            self.pieces.iter().find(holds)
        } else {
            self.pieces.iter().rev().find(holds)
        };
        let Some(piece) = piece else { return 0 };
        match piece.blank {
            Some(_) if at == piece.filled.start => piece.base.start,
            Some(_) => piece.base.end,
            None => piece.base.start + (at - piece.filled.start) as u32,
        }
    }
}

/// Where two texts differ: the bytes of the first that become the bytes of the second. Both ranges
/// lie on character boundaries; `None` if the texts are the same.
pub(super) fn difference(old: &str, new: &str) -> Option<(Range<usize>, Range<usize>)> {
    if old == new {
        return None;
    }
    let same = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
    let start = floor(old, same).min(floor(new, same));
    let rest = (old.len() - start).min(new.len() - start);
    let tail = old.bytes().rev().zip(new.bytes().rev()).take(rest).take_while(|(a, b)| a == b);
    let mut tail = tail.count();
    while !old.is_char_boundary(old.len() - tail) || !new.is_char_boundary(new.len() - tail) {
        tail -= 1;
    }
    Some((start..old.len() - tail, start..new.len() - tail))
}

/// The last character boundary up to `at`.
fn floor(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// Whether a text is part of a figure.
fn is_numeric(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(old: &str, new: &str, expected: Option<(&str, &str)>) {
        let found = difference(old, new).map(|(a, b)| (&old[a], &new[b]));
        assert_eq!(found, expected);
    }

    #[test]
    fn finds_where_texts_differ() {
        check("开展检查", "开展检查", None);
        check("开展检查", "开展大检查", Some(("", "大")));
        check("一二三", "一四三", Some(("二", "四")));
        check("丁一", "万一", Some(("丁", "万")));
        check("检检", "检", Some(("检", "")));
        check("", "检", Some(("", "检")));
    }

    /// “共12次，完成3亿元。”: the figures are values of `*` and of a blank without length.
    fn filled() -> Filled {
        let mut filled = Filled { text: String::new(), pieces: Vec::new() };
        filled.push(Span::new(0, 3), "共", None);
        filled.push(Span::new(3, 7), "12", Some(Span::new(3, 4)));
        filled.push(Span::new(7, 19), "次，完成", None);
        filled.push(Span::new(19, 19), "3", Some(Span::new(19, 19)));
        filled.push(Span::new(19, 28), "亿元。", None);
        filled
    }

    #[track_caller]
    fn rewritten(text: &str, expected: &Rewrite) {
        assert_eq!(filled().rewrite(text, |_| true), *expected);
    }

    #[test]
    fn says_of_the_base_text_what_was_typed() {
        let with = |start, end, text: &str, swallowed: &[Span]| {
            Rewrite::Text(Span::new(start, end), text.to_owned(), swallowed.to_vec())
        };
        let text = |start, end, text: &str| with(start, end, text, &[]);
        let first = |value: &str| Rewrite::Value(Span::new(3, 4), value.to_owned());
        rewritten("共12次，完成3亿元。", &Rewrite::Nothing);
        rewritten("共125次，完成3亿元。", &first("125"));
        rewritten("共2次，完成3亿元。", &first("2"));
        rewritten("共19次，完成3亿元。", &first("19"));
        rewritten("共12个次，完成3亿元。", &text(7, 7, "个"));
        rewritten("一共12次，完成3亿元。", &text(0, 0, "一"));
        rewritten("共12次，完成3亿元。\n另", &text(28, 28, "\n另"));
        rewritten("共12次，完3亿元。", &text(16, 19, ""));
        rewritten("共次，完成3亿元。", &with(3, 7, "", &[Span::new(3, 4)]));
        rewritten("共1，完成3亿元。", &with(3, 10, "1", &[Span::new(3, 4)]));
        rewritten("共12次，完成亿元。", &with(19, 19, "", &[Span::new(19, 19)]));
        rewritten("共12次，完成34.5亿元。", &Rewrite::Value(Span::new(19, 19), "34.5".to_owned()));
    }
}
