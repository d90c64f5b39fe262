//! The level stack (specification §1.7): which heading belongs under which, and whether the
//! numbers run on.

use super::{Family, NumberingDefect, scheme};

/// What is known of a heading or numbered paragraph before it has a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    /// The family and number of its marker.
    pub(super) number: Option<(Family, u32)>,
    /// The last character of its marker: `1.` and `1、` are one family, unless nested.
    pub(super) mark: char,
    /// The outline level its style gives it.
    pub(super) style: Option<u8>,
    /// Whether all that is open ends here: 附件, 结束语. With the style 0 what follows stands
    /// under it.
    pub(super) root: bool,
}

/// The place of a heading or numbered paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The candidate it belongs under, by its index.
    pub(super) parent: Option<u32>,
    /// The sequence it continues, unique in the document.
    pub(super) sequence: u32,
    /// Nesting depth from 1.
    pub(super) depth: u8,
    /// What is wrong with its number.
    pub(super) defect: Option<NumberingDefect>,
}

/// One open level.
#[derive(Clone, Copy)]
struct Level {
    family: Option<Family>,
    mark: char,
    style: Option<u8>,
    /// Whether nothing stands under it: 前言.
    leaf: bool,
    last: u32,
    candidate: u32,
    sequence: u32,
}

/// Deeper nesting than this occurs only in broken input.
const DEEPEST: usize = 24;

/// Gives every candidate its place, in reading order.
pub(super) fn place_all(candidates: &[Candidate]) -> Vec<Place> {
    let mut stack = Stack {
        levels: Vec::new(),
        carried: Vec::new(),
        sequences: 0,
        next_numbers: next_numbers(candidates),
        nests_under_unnumbered: None,
    };
    (0..candidates.len()).map(|index| stack.place(candidates, index)).collect()
}

/// For each candidate the first numbered one after it.
fn next_numbers(candidates: &[Candidate]) -> Vec<Option<(Family, u32)>> {
    let mut next = None;
    let mut all: Vec<_> = candidates
        .iter()
        .rev()
        .map(|candidate| {
            let seen = next;
            next = if candidate.root { None } else { candidate.number.or(next) };
            seen
        })
        .collect();
    all.reverse();
    all
}

struct Stack {
    levels: Vec<Level>,
    /// The last number of each family, for those that run on over chapters.
    carried: Vec<(Family, u32)>,
    sequences: u32,
    next_numbers: Vec<Option<(Family, u32)>>,
    /// Whether unnumbered headings stand above 一、 in this document; found when first needed.
    nests_under_unnumbered: Option<bool>,
}

impl Stack {
    fn place(&mut self, candidates: &[Candidate], index: usize) -> Place {
        let candidate = candidates[index];
        if candidate.root {
            self.levels.clear();
            self.carried.clear();
        }
        let continued = match (candidate.style, candidate.number) {
            (Some(style), _) => self.open_style(style),
            (None, Some((family, number))) => {
                self.open_family(candidates, index, family, number, candidate.mark)
            }
            (None, None) => self.open_unnumbered(index),
        };
        let defect = candidate.number.and_then(|(family, number)| {
            self.defect(continued.filter(|level| level.family == Some(family)), family, number)
        });
        let sequence = continued.map_or_else(|| self.new_sequence(), |level| level.sequence);
        self.push(candidate, index, sequence, defect)
    }

    fn push(
        &mut self,
        candidate: Candidate,
        index: usize,
        sequence: u32,
        defect: Option<NumberingDefect>,
    ) -> Place {
        self.levels.truncate(DEEPEST);
        let parent = self.levels.last().map(|level| level.candidate);
        let (family, last) = candidate.number.unzip();
        self.levels.push(Level {
            family,
            mark: candidate.mark,
            style: candidate.style,
            leaf: candidate.root && candidate.style.is_none(),
            last: last.unwrap_or_default(),
            candidate: index as u32,
            sequence,
        });
        if let Some((family, number)) = candidate.number {
            self.carried.retain(|&(known, _)| known != family);
            self.carried.push((family, number));
        }
        Place { parent, sequence, depth: self.levels.len() as u8, defect }
    }

    fn new_sequence(&mut self) -> u32 {
        self.sequences += 1;
        self.sequences
    }

    /// Closes all levels from `from` on and gives the first of them.
    fn close(&mut self, from: usize) -> Option<Level> {
        let closed = self.levels.get(from).copied();
        self.levels.truncate(from);
        closed
    }

    /// Makes room for a heading with a style; gives the level that it continues.
    fn open_style(&mut self, style: u8) -> Option<Level> {
        let above = self.levels.iter().rposition(|level| level.style.is_some_and(|s| s < style));
        let from = above.map_or(0, |index| index + 1);
        self.close(from).filter(|level| level.style == Some(style))
    }

    /// Makes room for a marker; gives the level that it continues.
    fn open_family(
        &mut self,
        candidates: &[Candidate],
        index: usize,
        family: Family,
        number: u32,
        mark: char,
    ) -> Option<Level> {
        let same = |level: &Level| level.family == Some(family);
        if let Some(found) = self.levels.iter().rposition(same) {
            let level = self.levels[found];
            // `1、` with `1.` beneath it: the other mark begins a level of its own.
            let nested = level.mark != mark && number == 1 && level.last > 0;
            let own = self.levels.iter().rposition(|l| same(l) && l.mark == mark);
            return match (nested, own) {
                (_, Some(own)) if level.mark != mark && self.levels[own].last + 1 == number => {
                    self.close(own)
                }
                (true, _) => None,
                _ => self.close(found),
            };
        }
        let outranks = |level: &Level| {
            level.style.is_none()
                && level.family.is_none_or(|open| scheme::rank(family) < scheme::rank(open))
        };
        if !self.levels.is_empty() && self.levels.iter().all(outranks) {
            let under_unnumbered = self.levels.iter().all(|l| l.family.is_none() && !l.leaf)
                && (family != Family::Chinese || self.nests_under_unnumbered(candidates, index));
            if !under_unnumbered {
                self.levels.clear();
            }
        }
        None
    }

    /// Whether 一、 at `index` belongs under the unnumbered heading before it. One such heading is
    /// a preface (前言); two, or one before which 一、 begins anew, are the parts of the report:
    /// 内蒙古's report of 2026 has two parts without number, the second with 一、 to 四、.
    fn nests_under_unnumbered(&mut self, candidates: &[Candidate], index: usize) -> bool {
        let next_numbers = &self.next_numbers;
        *self.nests_under_unnumbered.get_or_insert_with(|| {
            let unnumbered = |c: &Candidate| c.number.is_none() && c.style.is_none() && !c.root;
            let before = candidates[..index].iter().filter(|c| unnumbered(c)).count();
            let begins_anew = |(i, c): (usize, &Candidate)| {
                unnumbered(c) && next_numbers[i] == Some((Family::Chinese, 1))
            };
            before > 1 || candidates.iter().enumerate().skip(index).any(begins_anew)
        })
    }

    /// Makes room for a heading without number or style; gives the level that it continues. What
    /// follows decides where it stands: numbers that begin anew stand under it.
    fn open_unnumbered(&mut self, index: usize) -> Option<Level> {
        let unnumbered = |level: &Level| level.family.is_none() && level.style.is_none();
        let from = match self.next_numbers[index] {
            Some((family, number)) => {
                let open = self.levels.iter().position(|level| level.family == Some(family));
                match open {
                    Some(open) if number == 1 && self.levels[open].last > 0 => {
                        let above = open.checked_sub(1).filter(|&i| unnumbered(&self.levels[i]));
                        above.unwrap_or(open)
                    }
                    _ => self.levels.iter().position(unnumbered).unwrap_or(self.levels.len()),
                }
            }
            None => self.levels.iter().position(unnumbered).unwrap_or(self.levels.len()),
        };
        self.close(from).filter(unnumbered)
    }

    /// What is wrong with `number` after the level it continues.
    fn defect(
        &self,
        continued: Option<Level>,
        family: Family,
        number: u32,
    ) -> Option<NumberingDefect> {
        if number == 1 {
            return None;
        }
        let Some(level) = continued else {
            // Within chapters 一、 and 第N条 may run on: 第一章 一、二、 第二章 三、.
            let in_chapter =
                self.levels.iter().any(|level| matches!(level.family, Some(Family::Chapter(_))));
            let carried = self.carried.iter().find(|&&(known, _)| known == family);
            let runs_on = in_chapter && carried.is_some_and(|&(_, last)| last + 1 == number);
            return (!runs_on).then_some(NumberingDefect::LateStart);
        };
        compare(level.last, number)
    }
}

/// What is wrong with `number` right after `last`.
pub(super) fn compare(last: u32, number: u32) -> Option<NumberingDefect> {
    match number {
        1 => None,
        _ if number == last + 1 => None,
        _ if number == last => Some(NumberingDefect::Duplicate),
        _ if number < last => Some(NumberingDefect::Backwards),
        _ => Some(NumberingDefect::Gap(last + 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::scheme;
    use super::*;

    /// `markers` are separated by blanks; `-` is an unnumbered heading, `=` a preface, `@` an appendix,
    /// `#2` one with a style. Expected are the depths, a defect marked by its first letter.
    #[track_caller]
    fn check(markers: &str, expected: &str) {
        let candidates: Vec<Candidate> = markers
            .split(' ')
            .map(|marker| {
                let line = format!("{marker} 文字");
                let reading = scheme::read(&line);
                Candidate {
                    number: reading.map(|r| (r.family, r.number)),
                    mark: reading.and_then(|r| line[..r.len].chars().next_back()).unwrap_or(' '),
                    style: match marker {
                        "@" => Some(0),
                        _ => marker.strip_prefix('#').and_then(|level| level.parse().ok()),
                    },
                    root: marker == "=" || marker == "@",
                }
            })
            .collect();
        let places: Vec<String> = place_all(&candidates)
            .iter()
            .map(|place| {
                let defect = match place.defect {
                    None => "",
                    Some(NumberingDefect::Gap(_)) => "G",
                    Some(NumberingDefect::Duplicate) => "D",
                    Some(NumberingDefect::Backwards) => "B",
                    Some(NumberingDefect::LateStart) => "L",
                };
                format!("{}{defect}", place.depth)
            })
            .collect();
        assert_eq!(places.join(" "), expected, "{markers}");
    }

    #[test]
    fn families_nest_in_the_order_of_their_first_use() {
        check("一、 （一） 1. 2. （二） 1. 二、", "1 2 3 3 2 3 1");
        check("一、 1. 2. 二、 1. 三、", "1 2 2 1 2 1");
        check("（一） （二） 一、 （一）", "1 1 1 2");
        check("第一章 一、 二、 第二章 三、 第三章 一、", "1 2 2 1 2 1 2");
        check("第一章 第一节 第一条 第二条 第二章 第三条", "1 2 3 3 1 2");
        check("1. 1.1 1.2 2. 2.1", "1 2 2 1 2");
        check("1、 1. 2. 2、 1. 3、", "1 2 2 1 2 1");
        check("1. 2、 3.", "1 1 1");
    }

    #[test]
    fn unnumbered_headings_are_placed_by_what_follows() {
        check("- - （一） （二） - （一）", "1 1 2 2 1 2");
        check("- - 一、 （一） 二、", "1 1 2 3 2");
        check("- 一、 （一） 二、", "1 1 2 1");
        check("- 一、 二、 - 一、", "1 2 2 1 2");
        check("一、 （一） - （二） 二、", "1 2 3 2 1");
        check("一、 - - 二、 = 1.", "1 2 2 1 1 1");
        check("一、 （一） @ 一、 1. 2. @ （一）", "1 2 1 2 3 3 1 2");
    }

    #[test]
    fn styles_override_markers() {
        check("#1 #2 #2 1. #1 #3", "1 2 2 3 1 2");
    }

    #[test]
    fn defects() {
        check("一、 三、", "1 1G");
        check("1. 1. 1.", "1 1 1");
        check("一、 二、 二、", "1 1 1D");
        check("（一） （二） （三） （二）", "1 1 1 1B");
        check("二、 三、", "1L 1");
        check("一、 （二）", "1 2L");
    }
}
