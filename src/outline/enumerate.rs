//! The run-in items of the whole document: 一是 may begin one paragraph and 二是 the next
//! (specification §1.4).

use super::{Family, Line, Marker, Numbered, NumberingDefect, place};

/// The items of `lines` with what is wrong with their numbers. `begins_section` says where an
/// enumeration cannot go on; `sequence` is the last one given out.
pub(super) fn read(
    lines: &[Line<'_>],
    begins_section: impl Fn(usize) -> bool,
    sequence: u32,
) -> Vec<Numbered> {
    let mut open = Open { runs: Vec::new(), sequence };
    let mut items = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        if begins_section(index) {
            open.runs.clear();
        }
        if line.facts.run_in_items.is_empty() {
            continue;
        }
        let first = line.trimmed().start;
        for item in &line.facts.run_in_items {
            let marker = Marker { span: item.span.shift(line.span.start), ..*item };
            let mut placed = open.place(marker, marker.span.start == first);
            // 其次 often stands without 首先，: an adverb is never out of order.
            let adverb = item.span.of(line.text).ends_with("次，");
            placed.defect = placed.defect.filter(|_| !adverb);
            items.push(placed);
        }
    }
    items
}

/// An enumeration that may go on.
struct Run {
    family: Family,
    /// Whether its items begin paragraphs. Within such an item another enumeration may run.
    of_paragraphs: bool,
    last: u32,
    sequence: u32,
}

struct Open {
    /// The latest last.
    runs: Vec<Run>,
    sequence: u32,
}

impl Open {
    fn place(&mut self, marker: Marker, begins_paragraph: bool) -> Numbered {
        let (sequence, defect) = match self.run_of(marker, begins_paragraph) {
            _ if marker.number == 1 => (self.begin(marker, begins_paragraph), None),
            None => (self.begin(marker, begins_paragraph), Some(NumberingDefect::LateStart)),
            Some(at) => {
                self.runs.truncate(at + 1);
                let run = &mut self.runs[at];
                let defect = place::compare(run.last, marker.number);
                run.last = marker.number;
                (run.sequence, defect)
            }
        };
        Numbered { marker, sequence, depth: 0, section: None, defect }
    }

    /// The run that `marker` continues: the latest whose next number it is, else the latest of its
    /// kind.
    fn run_of(&self, marker: Marker, begins_paragraph: bool) -> Option<usize> {
        let latest = |accept: &dyn Fn(&Run) -> bool| {
            self.runs.iter().rposition(|run| run.family == marker.family && accept(run))
        };
        latest(&|run| run.of_paragraphs == begins_paragraph && run.last + 1 == marker.number)
            .or_else(|| latest(&|run| run.last + 1 == marker.number))
            .or_else(|| latest(&|run| run.of_paragraphs == begins_paragraph))
            .or_else(|| latest(&|_| true))
    }

    /// Begins a run; it ends one of its kind.
    fn begin(&mut self, marker: Marker, of_paragraphs: bool) -> u32 {
        let family = marker.family;
        self.runs.retain(|run| (run.family, run.of_paragraphs) != (family, of_paragraphs));
        self.sequence += 1;
        self.runs.push(Run { family, of_paragraphs, last: marker.number, sequence: self.sequence });
        self.sequence
    }
}

#[cfg(test)]
mod tests {
    use super::super::read_line;
    use super::*;
    use crate::document::{BlockKind, Document, Source};

    /// `text` holds one paragraph a line; expected are the numbers with a defect.
    #[track_caller]
    fn check(text: &str, defects: &[&str]) {
        let document = Document::from_text(Source::default(), text.to_owned());
        let texts: Vec<&str> = document.blocks.iter().map(|b| document.text_of(b)).collect();
        let facts: Vec<_> = texts.iter().map(|t| read_line(t, BlockKind::Paragraph)).collect();
        let lines: Vec<Line<'_>> = document
            .blocks
            .iter()
            .zip(texts.iter().zip(&facts))
            .map(|(block, (text, facts))| Line { span: block.span, text, kind: block.kind, facts })
            .collect();
        let found: Vec<&str> = read(&lines, |_| false, 0)
            .iter()
            .filter(|item| item.defect.is_some())
            .map(|item| item.marker.span.of(&document.text))
            .collect();
        assert_eq!(found, defects, "{text}");
    }

    #[test]
    fn items_run_on_over_paragraphs_and_nest() {
        check("一是抓学习。一要真学。二要真懂。\n二是抓落实。\n三是抓作风。", &[]);
        check("一是抓学习。一是甲；二是乙。\n二是抓落实。", &[]);
        check("做法：一是抓学习。二是抓落实。\n三是抓作风。", &[]);
        check("一是抓学习，二是抓落实，三是抓作风。一是新的。", &[]);
        check("首先要全面规划。其次，要确保质量。第三，要管好资金。", &[]);
    }

    #[test]
    fn gaps_are_found() {
        check("一是抓学习。三是抓作风。", &["三是"]);
        check("一是抓学习；二是抓落实；二是抓作风。", &["二是"]);
        check("抓学习。二是抓落实。三是抓作风。", &["二是"]);
    }
}
