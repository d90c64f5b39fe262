//! Where the text of a document stands in its file: what a reader notes down if somebody wants to
//! write back into the original.

use crate::text::Span;
use std::ops::Range;

/// How a stretch of text follows from what stands in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// It stands there letter for letter.
    Verbatim,
    /// It stands for something that is no letters: a tab, a line break, a sign of a symbol font.
    Mark,
    /// It is written for something else: `____` for underlined blanks, the words of an instruction
    /// for the prompt of a content control.
    Rewritten,
    /// It is empty: what stands in the file belongs to the rewritten stretch before it.
    Joined,
}

/// One stretch of text, and the element of the file that holds it. What no piece covers is not in
/// the file: automatic numbers, results of fields that Word computes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Its place in the text.
    pub(crate) span: Span,
    /// The number of the element in its tree.
    pub(crate) node: u32,
    /// Its bytes in the text of the element, as the reader takes it; empty for a mark.
    pub(crate) value: Span,
    /// How it follows from it.
    pub(crate) origin: Origin,
}

impl Piece {
    /// The part of a piece that lies in `start..end` of the text; a verbatim one is cut, any other
    /// is there as a whole or not at all.
    pub(super) fn clipped(self, start: u32, end: u32) -> Option<Self> {
        let span = Span { start: self.span.start.max(start), end: self.span.end.min(end) };
        match self.origin {
            Origin::Verbatim if span.start < span.end => {
                let from = self.value.start + (span.start - self.span.start);
                Some(Self {
                    span,
                    value: Span { start: from, end: from + (span.end - span.start) },
                    ..self
                })
            }
            Origin::Verbatim => None,
            _ => (span == self.span).then_some(self),
        }
    }

    /// The same piece after what it stands in has moved from byte `from` to byte `to`.
    pub(super) fn moved(self, from: u32, to: u32) -> Self {
        let at = |offset: u32| offset - from + to;
        Self { span: Span { start: at(self.span.start), end: at(self.span.end) }, ..self }
    }
}

/// The pieces of a text, in its order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Trace {
    /// Its pieces.
    pub(crate) pieces: Vec<Piece>,
    /// Its paragraphs; between two of them is a line break and nothing else.
    pub(crate) paragraphs: Vec<Span>,
}

impl Trace {
    /// The text from `start` on has become a single stretch up to `end`, which is written for all
    /// that it was.
    pub(super) fn join(&mut self, start: usize, end: usize) {
        let first = self.pieces.partition_point(|piece| (piece.span.start as usize) < start);
        // Those of a stretch that ends here stand here too.
        let before = self.pieces[first..].iter().take_while(|piece| piece.origin == Origin::Joined);
        let first = first + before.count();
        for (index, piece) in self.pieces[first..].iter_mut().enumerate() {
            let begin = if index == 0 { start } else { end };
            piece.span = Span::new(begin, end);
            piece.origin = if index == 0 { Origin::Rewritten } else { Origin::Joined };
        }
    }

    /// Appends a paragraph that begins at byte `at` and is `length` bytes long. Of the text that
    /// `pieces` count in, the stretches `kept` are in it, each moved to the byte beside it.
    pub(super) fn append(
        &mut self,
        pieces: &[Piece],
        kept: &[(Range<usize>, usize)],
        (at, length): (usize, usize),
    ) {
        self.paragraphs.push(Span::new(at, at + length));
        for piece in pieces {
            let first = kept.partition_point(|(raw, _)| raw.end < piece.span.start as usize);
            let near = kept[first..].iter();
            let near = near.take_while(|(raw, _)| raw.start <= piece.span.end as usize);
            let parts = near.filter_map(|(raw, to)| {
                let part = piece.clipped(raw.start as u32, raw.end as u32)?;
                Some(part.moved(raw.start as u32, (at + to) as u32))
            });
            // An empty piece on the border of two stretches is in the first of them.
            let most = if piece.span.is_empty() { 1 } else { usize::MAX };
            self.pieces.extend(parts.take(most));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verbatim(start: usize, end: usize) -> Piece {
        let span = Span::new(start, end);
        Piece { span, node: 0, value: span, origin: Origin::Verbatim }
    }

    #[test]
    fn what_was_left_out_of_a_paragraph_is_in_no_piece() {
        let mut trace = Trace::default();
        let kept = [(1..4, 0), (6..9, 3)];
        trace.append(&[verbatim(0, 5), verbatim(5, 9)], &kept, (10, 6));
        let found: Vec<_> = trace.pieces.iter().map(|piece| (piece.span, piece.value)).collect();
        let expected = [(Span::new(10, 13), Span::new(1, 4)), (Span::new(13, 16), Span::new(6, 9))];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_stretch_that_is_written_anew_is_one_piece() {
        let pieces = vec![verbatim(0, 3), verbatim(3, 5), verbatim(5, 6)];
        let mut trace = Trace { pieces, ..Trace::default() };
        trace.join(3, 7);
        let spans: Vec<_> = trace.pieces.iter().map(|piece| (piece.span, piece.origin)).collect();
        let expected = [
            (Span::new(0, 3), Origin::Verbatim),
            (Span::new(3, 7), Origin::Rewritten),
            (Span::new(7, 7), Origin::Joined),
        ];
        assert_eq!(spans, expected);
    }
}
