//! Clauses (分句): the stretch of text a measure takes its name from. Specification §2.6.
//!
//! Quotation marks and brackets are atomic for what stands around them; what stands inside is a
//! clause of its own.

use super::grammar::Found;
use crate::text::Span;

/// What encloses a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Enclosure {
    /// Nothing.
    Open,
    /// “…”: an indicator that is quoted.
    Quote,
    /// （…）: an aside to the measure before it.
    Bracket,
}

/// Where a measure stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// Its clause, without the delimiters.
    pub(super) clause: Span,
    /// Its sentence, with the mark that ends it.
    pub(super) sentence: Span,
    pub(super) enclosure: Enclosure,
    /// The delimiter before the clause; `\0` at the start of the block.
    pub(super) delimiter: char,
}

/// One open bracket, or the block itself.
struct Frame {
    enclosure: Enclosure,
    start: usize,
    delimiter: char,
    /// Measures of the clause that is still open.
    pending: Vec<usize>,
}

impl Frame {
    fn open(enclosure: Enclosure, start: usize, delimiter: char) -> Self {
        Self { enclosure, start, delimiter, pending: Vec::new() }
    }
}

/// The place of each measure of a block.
pub(super) fn places(text: &str, found: &[Found]) -> Vec<Place> {
    let blank = Place {
        clause: Span::default(),
        sentence: Span::default(),
        enclosure: Enclosure::Open,
        delimiter: '\0',
    };
    let mut walk = Walk {
        places: vec![blank; found.len()],
        frames: vec![Frame::open(Enclosure::Open, 0, '\0')],
        sentence_start: 0,
        sentence_from: 0,
    };
    let mut next = 0;
    let mut skip_to = 0;
    for (at, c) in text.char_indices() {
        while found.get(next).is_some_and(|measure| measure.span.start as usize <= at) {
            walk.measure(next);
            skip_to = found[next].span.end as usize;
            next += 1;
        }
        if at >= skip_to {
            walk.step(at, c, next);
        }
    }
    while next < found.len() {
        walk.measure(next);
        next += 1;
    }
    walk.end_sentence(text.len(), text.len(), next, '\0');
    walk.places
}

struct Walk {
    places: Vec<Place>,
    frames: Vec<Frame>,
    sentence_start: usize,
    /// The first measure of the sentence.
    sentence_from: usize,
}

/// Brackets nest no deeper than this in prose; more is a slip, not structure.
const DEEPEST: usize = 8;

impl Walk {
    fn measure(&mut self, index: usize) {
        if let Some(frame) = self.frames.last_mut() {
            frame.pending.push(index);
        }
    }

    fn step(&mut self, at: usize, c: char, next: usize) {
        let end = at + c.len_utf8();
        match c {
            '“' | '‘' | '「' => self.enter(Enclosure::Quote, end, c),
            '（' | '(' | '【' | '［' => self.enter(Enclosure::Bracket, end, c),
            '”' | '’' | '」' => self.leave(Enclosure::Quote, at),
            '）' | ')' | '】' | '］' => self.leave(Enclosure::Bracket, at),
            '。' | '！' | '？' => self.end_sentence(at, end, next, c),
            '，' | '；' | '：' | ',' | ';' | ':' | '\t' => self.end_clause(at, end, c),
            _ => {}
        }
    }

    fn enter(&mut self, enclosure: Enclosure, at: usize, c: char) {
        if self.frames.len() < DEEPEST {
            self.frames.push(Frame::open(enclosure, at, c));
        }
    }

    fn leave(&mut self, enclosure: Enclosure, at: usize) {
        if self.frames.len() > 1 && self.frames.last().is_some_and(|f| f.enclosure == enclosure) {
            self.close_clause(at);
            self.frames.pop();
        }
    }

    /// Gives the measures of the open clause their place.
    fn close_clause(&mut self, at: usize) {
        let Some(frame) = self.frames.last_mut() else { return };
        let clause = Span::new(frame.start, at);
        for index in frame.pending.drain(..) {
            let place = &mut self.places[index];
            (place.clause, place.enclosure, place.delimiter) =
                (clause, frame.enclosure, frame.delimiter);
        }
    }

    fn end_clause(&mut self, at: usize, end: usize, c: char) {
        self.close_clause(at);
        if let Some(frame) = self.frames.last_mut() {
            (frame.start, frame.delimiter) = (end, c);
        }
    }

    /// A full stop also ends what a missing bracket left open.
    fn end_sentence(&mut self, at: usize, end: usize, next: usize, c: char) {
        while self.frames.len() > 1 {
            self.close_clause(at);
            self.frames.pop();
        }
        self.end_clause(at, end, c);
        let sentence = Span::new(self.sentence_start, end.max(self.sentence_start));
        for place in &mut self.places[self.sentence_from..next] {
            place.sentence = sentence;
        }
        (self.sentence_start, self.sentence_from) = (end, next);
    }
}
