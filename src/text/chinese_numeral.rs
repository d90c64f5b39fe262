//! Chinese numerals (汉字数字): 一百二十三, 两千, 1.6万, 二〇二二.

/// Nobody writes more decimal places in words.
const MOST_PLACES: usize = 8;

/// The digit that `c` writes, 〇 and 两 included.
#[must_use]
pub fn digit(c: char) -> Option<u8> {
    Some(match c {
        '〇' | '零' | '○' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// The power of ten of a place within ten thousand: 十 百 千.
fn place(c: char) -> Option<u32> {
    Some(match c {
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        _ => return None,
    })
}

/// Whether `c` may stand in a Chinese numeral below 万.
#[must_use]
pub fn is_numeral(c: char) -> bool {
    digit(c).is_some() || place(c).is_some()
}

/// A numeral read from the start of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChineseNumeral {
    /// Length in bytes.
    pub len: usize,
    /// Its value.
    pub value: u64,
}

/// Reads a numeral below ten thousand in words from the start of `text`: 十二, 一百二十三, 两千,
/// 九千零六. Digits in a row without a place (二〇二二) are read as a number too. `None` if the
/// first character is no numeral or the words do not make a number (十百).
#[must_use]
pub fn read(text: &str) -> Option<ChineseNumeral> {
    let len = super::scanner::run(text, is_numeral);
    let words = &text[..len];
    let value = if words.contains(['十', '百', '千']) {
        read_places(words)?
    } else {
        read_digits(words)?
    };
    Some(ChineseNumeral { len, value })
}

/// The decimal places at the start of `text`, as digits, and their length in bytes with the point:
/// 点五 of 八十六点五 is 5.
#[must_use]
pub fn places(text: &str) -> Option<(String, usize)> {
    let rest = text.strip_prefix('点')?;
    let places = rest.chars().map_while(digit).take(MOST_PLACES).map(|d| char::from(b'0' + d));
    let places: String = places.collect();
    let len = rest.chars().take(places.len()).map(char::len_utf8).sum::<usize>();
    (!places.is_empty()).then_some((places, '点'.len_utf8() + len))
}

/// 二〇二二
fn read_digits(words: &str) -> Option<u64> {
    if words.is_empty() || words.chars().count() > 8 {
        return None;
    }
    words.chars().try_fold(0, |value, c| Some(value * 10 + u64::from(digit(c)?)))
}

/// 一百二十三: each place lower than the one before it.
fn read_places(words: &str) -> Option<u64> {
    let (mut total, mut pending, mut last_place) = (0_u64, None, u32::MAX);
    for c in words.chars() {
        if let Some(value) = place(c) {
            if value >= last_place {
                return None;
            }
            total += u64::from(value) * pending.take().unwrap_or(1);
            last_place = value;
        } else {
            let value = u64::from(digit(c)?);
            if pending.is_some_and(|held| held != 0) {
                return None;
            }
            pending = Some(value);
        }
    }
    Some(total + pending.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, value: impl Into<Option<u64>>) {
        assert_eq!(read(text).map(|numeral| numeral.value), value.into(), "{text}");
    }

    #[test]
    fn reads_numerals() {
        check("一百二十三件", 123);
        check("十二个", 12);
        check("二十", 20);
        check("两千余名", 2000);
        check("九千零六", 9006);
        check("二〇二二年", 2022);
        check("一", 1);
        check("三百", 300);
    }

    #[test]
    fn refuses_what_is_no_numeral() {
        check("十百", None);
        check("三四十", None);
        check("万众", None);
        check("", None);
        check(&"一".repeat(50), None);
    }
}
