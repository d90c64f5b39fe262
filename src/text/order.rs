//! Sorting. The library's stable sort is compiled once for every type that is sorted, at 5 KB each,
//! and forty of them were a tenth of what a reader downloads. Here it is compiled once, for indices.

use std::cmp::Ordering;

/// Sorts a list by a key; what has the same key keeps its order.
pub fn sort_by_key<T, K: Ord>(list: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort_by(list, |a, b| key(a).cmp(&key(b)));
}

/// Sorts a list by comparing; what is equal keeps its order.
pub fn sort_by<T>(list: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    // Most lists come in reading order and only have to be sure of it.
    if list.is_sorted_by(|a, b| compare(a, b).is_le()) {
        return;
    }
    let order = sorted(list.len(), &|a, b| compare(&list[a], &list[b]));
    let mut from: Vec<Option<T>> = list.drain(..).map(Some).collect();
    list.extend(order.into_iter().filter_map(|index| from[index].take()));
}

/// The indices up to `len` in their order. Not generic: this is what is compiled once.
fn sorted(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    order.sort_by(|&a, &b| compare(a, b));
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &[&str], expected: &[&str]) {
        let mut words = words.to_vec();
        sort_by_key(&mut words, |word| word.chars().next());
        assert_eq!(words, expected);
    }

    #[test]
    fn sorts_and_keeps_the_order_of_equals() {
        check(&[], &[]);
        check(&["a2", "a1", "b"], &["a2", "a1", "b"]);
        check(&["b", "a2", "c", "a1"], &["a2", "a1", "b", "c"]);
    }
}
