//! Putting things into order by a pair of numbers.
//!
//! Sorting is compiled once for each type that is sorted and weighs some kilobytes each time, so all
//! readers sort the same triples.

/// The indices of `keys` in the order of the keys; equal ones keep their order.
pub(super) fn by_keys(keys: impl Iterator<Item = (i64, i64)>) -> Vec<usize> {
    let numbered = keys.enumerate().map(|(index, (first, second))| (first, second, index));
    let mut numbered: Vec<(i64, i64, usize)> = numbered.collect();
    numbered.sort_unstable();
    numbered.into_iter().map(|(.., index)| index).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_keys_keep_their_order() {
        let keys = [(2, 0), (1, 5), (2, 0), (1, 4)];
        assert_eq!(by_keys(keys.into_iter()), [3, 1, 0, 2]);
    }
}
