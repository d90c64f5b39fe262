//! What of a text became what of another: first by lines, then in the lines that changed by
//! characters (Myers 1986, "An O(ND) Difference Algorithm").

use std::collections::BTreeMap;
use std::ops::Range;

/// A stretch of the old text, and the stretch of the new one that stands in its place.
pub(super) type Change = (Range<usize>, Range<usize>);

/// Beyond so many lines that went or came the rest counts as rewritten: each costs one pass.
const MOST_LINES: usize = 512;

/// Beyond so many characters of a stretch of lines it counts as rewritten.
const MOST_CHARACTERS: usize = 256;

/// Fewer characters that two changes leave between them were not left on purpose: 的, 了.
const SHORTEST_REST: usize = 3;

/// The changes that make `new` of `old`, in order and disjoint.
pub(super) fn changes(old: &str, new: &str) -> Vec<Change> {
    let (old_lines, new_lines): (Vec<&str>, Vec<&str>) =
        (old.split_inclusive('\n').collect(), new.split_inclusive('\n').collect());
    let mut known = BTreeMap::new();
    let mut number = |line| {
        let next = known.len();
        *known.entry(line).or_insert(next)
    };
    let a: Vec<usize> = old_lines.iter().map(|line| number(*line)).collect();
    let b: Vec<usize> = new_lines.iter().map(|line| number(*line)).collect();
    let (old_at, new_at) = (starts(&old_lines), starts(&new_lines));
    let mut changes = Vec::new();
    for (own, other) in myers(&a, &b, MOST_LINES) {
        // As many lines as before are the same lines, each changed; else it is one stretch.
        let pairs: Vec<_> = if own.len() == other.len() {
            own.zip(other).map(|(i, j)| (i..i + 1, j..j + 1)).collect()
        } else {
            vec![(own, other)]
        };
        for (own, other) in pairs {
            let own = old_at[own.start]..old_at[own.end];
            let other = new_at[other.start]..new_at[other.end];
            in_lines(
                &old[own.clone()],
                &new[other.clone()],
                (own.start, other.start),
                &mut changes,
            );
        }
    }
    changes
}

/// The changes between two stretches of lines, which begin at `at` in the old and the new text.
fn in_lines(old: &str, new: &str, at: (usize, usize), changes: &mut Vec<Change>) {
    let (a, b): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
    let (old_at, new_at) = (char_starts(old), char_starts(new));
    let first = changes.len();
    let mut last_end = 0;
    for (own, other) in myers(&a, &b, MOST_CHARACTERS) {
        let bytes = (
            at.0 + old_at[own.start]..at.0 + old_at[own.end],
            at.1 + new_at[other.start]..at.1 + new_at[other.end],
        );
        let rest = &a[last_end..own.start];
        let is_short = rest.len() < SHORTEST_REST && !rest.contains(&'\n');
        last_end = own.end;
        match changes[first..].last_mut() {
            Some(last) if is_short => (last.0.end, last.1.end) = (bytes.0.end, bytes.1.end),
            _ => changes.push(bytes),
        }
    }
}

/// Where each of `lines` begins, and where the last one ends.
fn starts(lines: &[&str]) -> Vec<usize> {
    let ends = lines.iter().scan(0, |at, line| {
        *at += line.len();
        Some(*at)
    });
    [0].into_iter().chain(ends).collect()
}

/// Where each character begins, and where the last one ends.
fn char_starts(text: &str) -> Vec<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).collect()
}

/// The changes that make `b` of `a`, as few as possible; a single one if there are more than `most`.
fn myers<T: PartialEq>(a: &[T], b: &[T], most: usize) -> Vec<Change> {
    let head = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[head..], &b[head..]);
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[..a.len() - tail], &b[..b.len() - tail]);
    let whole = || vec![(0..a.len(), 0..b.len())];
    let found = match (a.len(), b.len()) {
        (0, 0) => Vec::new(),
        (0, _) | (_, 0) => whole(),
        _ => path(a, b, most).map_or_else(whole, |trail| back(&trail, a.len(), b.len())),
    };
    let moved = |range: Range<usize>| range.start + head..range.end + head;
    found.into_iter().map(|(own, other)| (moved(own), moved(other))).collect()
}

/// How far along `a` each diagonal was reached after each number of steps; `None` if it takes more
/// than `most`. Entry k of step d is the diagonal of the points with x - y = k - d.
fn path<T: PartialEq>(a: &[T], b: &[T], most: usize) -> Option<Vec<Vec<usize>>> {
    let mut trail: Vec<Vec<usize>> = Vec::new();
    for step in 0..=most {
        let before = trail.last();
        let mut reached = vec![0; 2 * step + 1];
        for k in (0..=2 * step).step_by(2) {
            let mut x = before.map_or(0, |before| enter(before, k).0);
            // Diagonals count x - y; y of one that leaves the field is not looked at.
            let Some(mut y) = (x + step).checked_sub(k) else { continue };
            while x < a.len() && y < b.len() && a[x] == b[y] {
                (x, y) = (x + 1, y + 1);
            }
            reached[k] = x;
            if x >= a.len() && y >= b.len() {
                trail.push(reached);
                return Some(trail);
            }
        }
        trail.push(reached);
    }
    None
}

/// Where entry `k` of a step is entered from `before`, the step before it: along `a`, and whether
/// by leaving out one of `a`.
fn enter(before: &[usize], k: usize) -> (usize, bool) {
    // An entry of the step before stands for the diagonal above the same entry of this step.
    let up = before.get(k).copied();
    let down = k.checked_sub(2).and_then(|k| before.get(k)).copied();
    match (up, down) {
        (Some(up), Some(down)) if down < up => (up, false),
        (_, Some(down)) => (down + 1, true),
        (Some(up), None) => (up, false),
        (None, None) => (0, false),
    }
}

/// The changes along the trail, from its end back to its start.
fn back(trail: &[Vec<usize>], mut x: usize, mut y: usize) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for step in (1..trail.len()).rev() {
        let k = x + step - y;
        let (entered, is_deletion) = enter(&trail[step - 1], k);
        let same = x.saturating_sub(entered);
        (x, y) = (x - same, y - same);
        let (from_x, from_y) = if is_deletion { (x - 1, y) } else { (x, y - 1) };
        match changes.last_mut() {
            Some(last) if last.0.start == x && last.1.start == y => {
                (last.0.start, last.1.start) = (from_x, from_y);
            }
            _ => changes.push((from_x..x, from_y..y)),
        }
        (x, y) = (from_x, from_y);
    }
    changes.reverse();
    changes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(old: &str, new: &str, expected: &[(&str, &str)]) {
        let found = changes(old, new);
        let texts: Vec<_> = found.iter().map(|(a, b)| (&old[a.clone()], &new[b.clone()])).collect();
        assert_eq!(texts, expected);
    }

    #[test]
    fn finds_what_changed() {
        check("甲\n乙", "甲\n乙", &[]);
        check("", "甲", &[("", "甲")]);
        check("甲\n乙\n丙", "甲\n丙", &[("乙\n", "")]);
        check("甲\n丙", "甲\n乙\n丙", &[("", "乙\n")]);
        check("开展检查*次。\n乙", "开展大检查*次。\n乙", &[("", "大")]);
        check("共一二三四次，丁五", "共二三四次，丁一", &[("一", ""), ("五", "一")]);
    }

    #[test]
    fn few_characters_between_two_changes_are_part_of_them() {
        check("甲的乙", "丙的丁", &[("甲的乙", "丙的丁")]);
        check("甲是我们的乙", "丙是我们的丁", &[("甲", "丙"), ("乙", "丁")]);
    }

    #[test]
    fn what_has_little_in_common_is_rewritten() {
        let (old, new) = ("甲乙丙丁\n".repeat(400), "戊己庚辛\n".repeat(300));
        check(&old, &new, &[(old.trim_end(), new.trim_end())]);
    }
}
