//! Markdown's `**…**`, which is emphasis and no blank. Specification §3.2.

use super::meaning::is_place_suffix;
use super::measure;
use crate::text::scanner::{after, is_blank, run};

/// Where the `**` of emphasis stand in `text`, in reading order.
///
/// In a Markdown document that is every balanced pair on a line; elsewhere only a pair that holds
/// all of a line, or its label: `**重点工作**：`. A mark before the suffix of a place or a unit is
/// a blank in either case: 《**市**县产业开发区》.
#[must_use]
pub fn marks(text: &str, markdown: bool) -> Vec<usize> {
    let mut found = Vec::new();
    if !text.contains("**") {
        return found;
    }
    let mut start = 0;
    for line in text.split('\n') {
        let mut open = None;
        for mark in double_stars(line) {
            match open {
                Some(from) if closes(line, from, mark, markdown) => {
                    found.extend([start + from, start + mark]);
                    open = None;
                }
                _ => open = opens(line, mark, markdown).then_some(mark),
            }
        }
        start += line.len() + 1;
    }
    found
}

/// Where runs of exactly two stars begin.
fn double_stars(line: &str) -> impl Iterator<Item = usize> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let at = from + line[from..].find('*')?;
            let len = run(&line[at..], |c| c == '*');
            from = at + len;
            if len == 2 {
                return Some(at);
            }
        }
    })
}

/// Whether the two stars at `mark` can open emphasis.
fn opens(line: &str, mark: usize, markdown: bool) -> bool {
    let right = &line[mark + 2..];
    let placed = markdown || line[..mark].chars().all(is_blank);
    placed && !right.starts_with(is_blank) && !is_blank_before(right)
}

/// Whether the two stars at `mark` close what opened at `from`.
fn closes(line: &str, from: usize, mark: usize, markdown: bool) -> bool {
    let (inner, right) = (&line[from + 2..mark], &line[mark + 2..]);
    let placed = markdown || right.chars().all(is_blank) || right.starts_with(['：', ':']);
    placed
        && inner.chars().nth(1).is_some()
        && !inner.ends_with(is_blank)
        && !is_blank_before(right)
}

/// Whether what follows two stars shows that they stand for a name or a figure.
fn is_blank_before(right: &str) -> bool {
    is_place_suffix(right) || (after(right, 0).is_some() && measure::follows(right))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, markdown: bool, expected: &[usize]) {
        assert_eq!(marks(text, markdown), expected, "{text}");
    }

    #[test]
    fn emphasis_and_blanks() {
        check("**重点工作**：", true, &[0, 14]);
        check("**重点工作**：", false, &[0, 14]);
        check("推进**重点工作**落实", true, &[6, 20]);
        check("推进**重点工作**落实", false, &[]);
        check("《**市**县产业开发区**工业园》", true, &[]);
        check("完成**亩任务，**栋", true, &[]);
        check("**", true, &[]);
    }
}
